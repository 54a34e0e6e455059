package fr.socle.notifications.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a letter's text: a web address, or words between two.
 *
 * @param link whether it is an address
 */
public record Piece(String text, boolean link) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    static List<Piece> of(String text) {
        var pieces = new ArrayList<Piece>();
        var links = LINK.matcher(text);
        var from = 0;
        while (links.find()) {
            pieces.add(new Piece(text.substring(from, links.start()), false));
            pieces.add(new Piece(links.group(), true));
            from = links.end();
        }
        pieces.add(new Piece(text.substring(from), false));
        return pieces;
    }
}
