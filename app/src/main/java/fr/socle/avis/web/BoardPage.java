package fr.socle.avis.web;

import fr.socle.avis.Scores.Dated;
import fr.socle.avis.Split;
import fr.socle.avis.store.VerbatimStore;
import fr.socle.avis.store.VerbatimStore.Verbatim;
import fr.socle.avis.words.FrequentWords;
import fr.socle.demarches.PublishedDemarche;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one procedure in one month, as its service reads it.
 *
 * @param course the twelve months that end with this one
 * @param next the month after; null when it has not begun
 * @param link where anybody gives an open opinion
 */
public record BoardPage(
        PublishedDemarche demarche,
        YearMonth month,
        @Nullable YearMonth next,
        Split split,
        List<Dated> course,
        List<Verbatim> verbatims,
        String link)
        implements Page {

    public BoardPage {
        course = List.copyOf(course);
        verbatims = List.copyOf(verbatims);
    }

    public String name(Frame frame) {
        return BoardsPage.name(frame, month);
    }

    public static String name(Frame frame, Dated dated) {
        return BoardsPage.name(frame, YearMonth.from(dated.start()));
    }

    /** Whether texts of some opinions are kept from the reader. */
    public boolean few() {
        return hides(split.verified().opinions()) || hides(split.open().opinions());
    }

    private static boolean hides(long opinions) {
        return opinions > 0 && opinions < VerbatimStore.ENOUGH;
    }

    public List<FrequentWords.Word> words() {
        return FrequentWords.of(verbatims.stream().map(Verbatim::text).toList());
    }
}
