package fr.socle.directory.web;

import fr.socle.directory.Listing;
import fr.socle.ui.Pagination;
import java.util.List;

/** A page of a list, with the ways to the others. */
public record Paged<T>(List<T> lines, Pagination pagination) {

    static final int SIZE = 20;

    /** Fetches at most {@code size} lines after {@code offset}. */
    @FunctionalInterface
    interface Source<T> {
        Listing<T> fetch(int size, long offset);
    }

    public Paged {
        lines = List.copyOf(lines);
    }

    /** A number that is none, or leads outside the list, becomes the nearest page. */
    static <T> Paged<T> of(String page, String href, Source<T> source) {
        var wanted = number(page);
        var listing = source.fetch(SIZE, (wanted - 1L) * SIZE);
        var pagination = new Pagination(wanted, SIZE, listing.total(), href);
        return pagination.page() == wanted
                ? new Paged<>(listing.lines(), pagination)
                : new Paged<>(source.fetch(SIZE, pagination.offset()).lines(), pagination);
    }

    private static int number(String page) {
        return page.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(page) : 1;
    }
}
