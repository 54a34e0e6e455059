package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.indicator.Board;
import fr.socle.avis.observatoire.indicator.Indicator;
import fr.socle.avis.observatoire.indicator.Level;
import fr.socle.kernel.NormalName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a board are wanted. What is typed and means nothing wants everything.
 *
 * @param words of the name, accents and case forgiven; empty: any
 * @param ministere its exact name; empty: any
 * @param administration its exact name; empty: any
 * @param indicator the one whose level is wanted; null: none
 * @param level of that indicator; null: any
 */
public record Filter(
        String words,
        String ministere,
        String administration,
        @Nullable Indicator indicator,
        @Nullable Level level) {

    static final Filter ALL = new Filter("", "", "", null, null);

    private static final int LONGEST = 255;

    static Filter of(Map<String, String> asked) {
        return new Filter(
                text(asked, "q"),
                text(asked, "ministere"),
                text(asked, "administration"),
                Arrays.stream(Indicator.values())
                        .filter(it -> it.slug().equals(asked.get("indicateur")))
                        .findFirst()
                        .orElse(null),
                Arrays.stream(Level.values())
                        .filter(it -> it.code().equals(asked.get("niveau")))
                        .findFirst()
                        .orElse(null));
    }

    private static String text(Map<String, String> asked, String name) {
        var text = asked.getOrDefault(name, "").replaceAll("[\\p{Cntrl}\\p{Cs}\\s]+", " ").strip();
        return text.length() > LONGEST ? "" : text;
    }

    List<Board.Line> of(Board board) {
        var wanted = NormalName.of(words).value();
        return board.lines().stream().filter(it -> holds(it, wanted)).toList();
    }

    private boolean holds(Board.Line line, String wanted) {
        var facts = line.demarche().facts();
        return (wanted.isEmpty() || NormalName.of(facts.name()).value().contains(wanted))
                && (ministere.isEmpty() || facts.ministere().equals(ministere))
                && (administration.isEmpty() || facts.administration().equals(administration))
                && (indicator == null || level == null || line.value(indicator).level() == level);
    }

    /** The query of an address that asks for the same; empty when all is wanted. */
    public String query() {
        return Stream.of(
                        pair("q", words),
                        pair("ministere", ministere),
                        pair("administration", administration),
                        pair("indicateur", indicator == null ? "" : indicator.slug()),
                        pair("niveau", level == null ? "" : level.code()))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
