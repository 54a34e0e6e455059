package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.edition.Edition;
import fr.socle.avis.observatoire.indicator.Board;
import fr.socle.avis.observatoire.indicator.Scores;
import fr.socle.ui.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ministries, or administrations, with what their procedures reach together.
 *
 * @param edition null: the present
 * @param all every procedure of the board
 */
public record GroupsPage(
        boolean ministeres, @Nullable Edition edition, Scores all, List<Group> groups)
        implements Page {

    public GroupsPage {
        groups = List.copyOf(groups);
    }

    /**
     * @param href the table of its procedures
     */
    public record Group(String name, Scores scores, String href) {}

    static GroupsPage of(
            boolean ministeres,
            @Nullable Edition edition,
            Board board,
            Map<String, List<Board.Line>> groups) {
        var same = edition == null ? "" : "&edition=" + edition.quarter().code();
        var shown =
                groups.entrySet().stream()
                        .map(
                                it ->
                                        new Group(
                                                it.getKey(),
                                                scores(it.getValue()),
                                                href(ministeres, it.getKey()) + same))
                        .toList();
        return new GroupsPage(ministeres, edition, board.scores(), shown);
    }

    private static Scores scores(List<Board.Line> lines) {
        return Scores.of(lines.stream().map(Board.Line::values).toList());
    }

    private static String href(boolean ministeres, String name) {
        return "/observatoire?"
                + (ministeres ? "ministere=" : "administration=")
                + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** Added to the address of another page about the same board, after {@code ?}. */
    public String same() {
        return edition == null ? "" : "&edition=" + edition.quarter().code();
    }
}
