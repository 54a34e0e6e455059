package fr.socle.identity.web;

import fr.socle.ui.Page;

/**
 * What one code means.
 *
 * @param reference of the line in the log, or empty
 */
public record ErrorCodePage(ErrorCodesPage.Line line, String reference) implements Page {

    public String all() {
        return ErrorUris.PAGE;
    }
}
