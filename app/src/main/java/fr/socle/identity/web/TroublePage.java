package fr.socle.identity.web;

import fr.socle.ui.Link;
import fr.socle.ui.Page;
import java.util.List;

/**
 * Why a sign-in does not go on, and the ways out of there.
 *
 * @param key of the title; {@code .what} tells what happened and what to do
 * @param about quoted by both, or empty
 * @param ways the first is the best; labels are message keys
 */
public record TroublePage(String key, String about, int status, List<Link> ways) implements Page {

    public TroublePage {
        ways = List.copyOf(ways);
    }

    /** With the way to begin again. */
    static TroublePage again(String key, int status) {
        return new TroublePage(
                key, "", status, List.of(Link.to("identity.trouble.again", "/connexion")));
    }
}
