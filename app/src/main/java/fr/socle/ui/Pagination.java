package fr.socle.ui;

/**
 * Where a list stands.
 *
 * @param page from 1
 * @param size lines of a page
 * @param total lines in all
 * @param baseHref address of the list with its other filters; {@code page=} is added to it
 */
public record Pagination(int page, int size, long total, String baseHref) {

    /** A page that lies outside the list becomes the nearest one that exists. */
    public Pagination {
        if (size < 1) {
            throw new IllegalArgumentException("a page holds at least one line");
        }
        page = (int) Math.clamp(page, 1L, pagesFor(total, size));
    }

    public int pages() {
        return (int) pagesFor(total, size);
    }

    /** How many lines lie before this page: the {@code OFFSET} of its query. */
    public long offset() {
        return (page - 1L) * size;
    }

    /** The number of the first line shown, from 1; 0 when the list is empty. */
    public long first() {
        return total == 0 ? 0 : offset() + 1;
    }

    public long last() {
        return Math.min(offset() + size, total);
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < pages();
    }

    public String href(int target) {
        return baseHref + (baseHref.contains("?") ? "&" : "?") + "page=" + target;
    }

    private static long pagesFor(long total, int size) {
        return Math.clamp((total + size - 1) / size, 1L, Integer.MAX_VALUE);
    }
}
