package fr.socle.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the menu as it is shown: a page, or a section that opens at its first page.
 *
 * @param label key of the message
 * @param pages those of the section; of a lone page, itself
 */
public record MenuLine(String label, List<MenuItem> pages) {

    public MenuLine {
        pages = List.copyOf(pages);
    }

    /**
     * The lines in the order of their first pages. A section of which a visitor sees one page only
     * is that page.
     */
    static List<MenuLine> of(List<MenuItem> items) {
        var bySection = new LinkedHashMap<Object, List<MenuItem>>();
        for (var item : items) {
            var section = item.section();
            bySection
                    .computeIfAbsent(section == null ? item : section, _ -> new ArrayList<>())
                    .add(item);
        }
        return bySection.values().stream().map(MenuLine::ofPages).toList();
    }

    private static MenuLine ofPages(List<MenuItem> pages) {
        var first = pages.getFirst();
        var section = first.section();
        return new MenuLine(
                section == null || pages.size() == 1 ? first.label() : section.label(), pages);
    }

    public String href() {
        return pages.getFirst().href();
    }

    public boolean isSection() {
        return pages.size() > 1;
    }

    /** The value of {@code aria-current} at this path, null when the line leads elsewhere. */
    public @Nullable String current(String path) {
        if (pages.stream().noneMatch(page -> page.leadsTo(path))) {
            return null;
        }
        return !isSection() && href().equals(path) ? "page" : "true";
    }
}
