package fr.socle.portal.web;

import fr.socle.ui.Frame;
import fr.socle.ui.MenuItem;
import fr.socle.ui.MenuLine;
import fr.socle.ui.Page;
import java.util.List;

/**
 * The front page of a space; its lines are those of the space's menu.
 *
 * @param title key of the title
 * @param lead key of the opening sentence
 */
public record BackOfficePage(String title, String lead) implements Page {

    /** The pages that stand in no section. */
    public List<MenuItem> alone(Frame frame) {
        return frame.lines().stream()
                .filter(line -> !line.isSection())
                .flatMap(line -> line.pages().stream())
                .toList();
    }

    public List<MenuLine> sections(Frame frame) {
        return frame.lines().stream().filter(MenuLine::isSection).toList();
    }
}
