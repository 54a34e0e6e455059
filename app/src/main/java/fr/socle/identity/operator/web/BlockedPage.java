package fr.socle.identity.operator.web;

import fr.socle.ui.Page;

/**
 * Tells a person that she is shut out, and what to do.
 *
 * @param code of the error, to be quoted
 */
public record BlockedPage(String code) implements Page {

    @Override
    public int status() {
        return 403;
    }
}
