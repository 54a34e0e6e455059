package fr.socle.avis.web;

import fr.socle.avis.Scores.Dated;
import fr.socle.avis.Split;
import fr.socle.avis.form.Judged;
import fr.socle.avis.store.RemarkStore.Remark;
import fr.socle.avis.store.VerbatimStore;
import fr.socle.avis.store.VerbatimStore.Verbatim;
import fr.socle.avis.words.FrequentWords;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one procedure in one month, as its service reads it.
 *
 * @param course the twelve months that end with this one
 * @param next the month after; null when it has not begun
 * @param house the public address of this house
 */
public record BoardPage(
        Judged demarche,
        YearMonth month,
        @Nullable YearMonth next,
        Split split,
        List<Dated> course,
        List<Verbatim> verbatims,
        List<Remark> remarks,
        String house)
        implements Page {

    public BoardPage {
        course = List.copyOf(course);
        verbatims = List.copyOf(verbatims);
        remarks = List.copyOf(remarks);
    }

    public String name(Frame frame) {
        return BoardsPage.name(frame, month);
    }

    public static String name(Frame frame, Dated dated) {
        return BoardsPage.name(frame, YearMonth.from(dated.start()));
    }

    /** How the button looks on the page of another site. */
    public enum Button {
        PLEIN_CLAIR,
        PLEIN_SOMBRE,
        CONTOUR_CLAIR,
        CONTOUR_SOMBRE;

        public String image() {
            return "/ressources/avis-" + code() + ".svg";
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where anybody gives an open opinion. */
    public String link() {
        return house + "/Demarches/" + demarche.id();
    }

    /** What another site writes to show the button, as those of Je donne mon avis are written. */
    public String code(Button button) {
        return code(house, link(), button);
    }

    static String code(String house, String link, Button button) {
        return "<a href=\"%s?button=%d&amp;nd_source=button\"><img src=\"%s%s\" width=\"200\" height=\"48\" alt=\"Donner mon avis\"></a>"
                .formatted(link, button.ordinal() + 1, house, button.image());
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
