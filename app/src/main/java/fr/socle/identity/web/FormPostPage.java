package fr.socle.identity.web;

import fr.socle.ui.Page;
import java.util.Map;

/**
 * The answer to a service, as a form that the browser posts (OAuth 2.0 Form Post Response Mode).
 * Without scripts the person sends it.
 *
 * @param fields hidden ones
 */
public record FormPostPage(String action, Map<String, String> fields) implements Page {

    public FormPostPage {
        fields = Map.copyOf(fields);
    }
}
