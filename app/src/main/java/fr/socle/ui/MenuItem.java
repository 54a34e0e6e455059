package fr.socle.ui;

import fr.socle.ui.access.Right;
import fr.socle.ui.access.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * A line of a menu, declared as a bean by the block whose page it opens.
 *
 * @param label key of the message
 * @param order smaller comes first
 * @param right who sees it; null: everyone
 * @param section under which it stands; null: in the menu itself
 */
public record MenuItem(
        Space space,
        String label,
        String href,
        int order,
        @Nullable Right right,
        @Nullable MenuSection section) {

    public MenuItem(Space space, String label, String href, int order, @Nullable Right right) {
        this(space, label, href, order, right, null);
    }

    boolean visibleTo(Visitor visitor) {
        return right == null || visitor.holds(right);
    }

    /** Whether the page at this path lies under this line. */
    public boolean leadsTo(String path) {
        return href.equals("/")
                ? path.equals("/")
                : path.equals(href) || path.startsWith(href + "/");
    }
}
