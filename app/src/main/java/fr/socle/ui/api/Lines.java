package fr.socle.ui.api;

import java.util.List;

/**
 * A page of a list.
 *
 * @param page from 1
 * @param total lines of the whole list
 */
public record Lines<T>(List<T> items, int page, int size, long total) {

    public Lines {
        items = List.copyOf(items);
    }
}
