package fr.socle.ui;

/**
 * A link of a breadcrumb or of a row of tabs.
 *
 * @param current whether it leads to the page that is shown
 */
public record Link(String label, String href, boolean current) {

    public static Link to(String label, String href) {
        return new Link(label, href, false);
    }
}
