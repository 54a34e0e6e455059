package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.edition.Edition;
import fr.socle.avis.observatoire.indicator.Board;
import fr.socle.avis.observatoire.indicator.Indicator;
import fr.socle.avis.observatoire.indicator.Level;
import fr.socle.avis.observatoire.indicator.Scores;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Procedures and their twelve indicators.
 *
 * @param lines those that the filter wants
 * @param edition null: the present
 * @param editions all there are, the newest first
 */
public record ObservatoirePage(
        Board board,
        List<Board.Line> lines,
        Filter filter,
        @Nullable Edition edition,
        List<Edition> editions)
        implements Page {

    public ObservatoirePage {
        lines = List.copyOf(lines);
        editions = List.copyOf(editions);
    }

    /** What the shown procedures reach together. */
    public Scores scores() {
        return Scores.of(lines.stream().map(Board.Line::values).toList());
    }

    /** The filter as its form shows it. */
    public Form form() {
        var typed = new HashMap<String, String>();
        typed.put("q", filter.words());
        typed.put("ministere", filter.ministere());
        typed.put("administration", filter.administration());
        var indicator = filter.indicator();
        typed.put("indicateur", indicator == null ? "" : indicator.slug());
        var level = filter.level();
        typed.put("niveau", level == null ? "" : level.code());
        typed.put("edition", edition == null ? "" : edition.quarter().code());
        return Form.blank(typed);
    }

    public List<Option> ministeres() {
        return named(it -> it.demarche().facts().ministere());
    }

    public List<Option> administrations() {
        return named(it -> it.demarche().facts().administration());
    }

    private List<Option> named(Function<Board.Line, String> name) {
        return board.lines().stream()
                .map(name)
                .filter(it -> !it.isEmpty())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .map(it -> Option.of(it, it))
                .toList();
    }

    public List<Option> indicators(Frame frame) {
        return Arrays.stream(Indicator.values())
                .filter(Indicator::judged)
                .map(it -> Option.of(it.slug(), frame.t("avis.indicateur." + it.slug())))
                .toList();
    }

    public List<Option> levels(Frame frame) {
        return Arrays.stream(Level.values())
                .filter(it -> it != Level.NEUTRAL)
                .map(it -> Option.of(it.code(), frame.t("avis.niveau." + it.code())))
                .toList();
    }

    public List<Option> quarters() {
        return editions.stream()
                .map(it -> Option.of(it.quarter().code(), it.quarter().code()))
                .toList();
    }

    /** The address of these very figures: an edition never changes. */
    public String permalink() {
        var query = filter.query();
        if (edition == null) {
            return query.isEmpty() ? "/observatoire" : "/observatoire?" + query;
        }
        var base = "/observatoire?edition=" + edition.quarter().code();
        return query.isEmpty() ? base : base + "&" + query;
    }

    /** Added to the address of another page about the same board. */
    public String same() {
        return edition == null ? "" : "?edition=" + edition.quarter().code();
    }
}
