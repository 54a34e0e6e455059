package fr.socle.ui;

import fr.socle.ui.access.Visitor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page: who looks, in which language, where, and which menu he gets.
 *
 * @param site the name of the administration that runs this Socle
 * @param path the address of the page, without query
 * @param csrf the hidden field that every POST form carries: {@code _csrf}
 * @param space the part of the house in which the page lies; it chooses the menu
 */
public record Frame(
        Words words,
        Visitor visitor,
        String site,
        String path,
        String csrf,
        Space space,
        List<MenuItem> menu,
        boolean demonstration,
        String stylesheet,
        @Nullable String themeStylesheet) {

    /** The sentence of this key, in the language of the page. */
    public String t(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    /** The visitor's name, or null when nobody is signed in. */
    public @Nullable String visitorName() {
        return switch (visitor) {
            case Visitor.Anonymous _ -> null;
            case Visitor.Agent agent -> agent.name();
        };
    }
}
