package fr.socle.directory.web;

import fr.socle.directory.ApiToken;
import fr.socle.ui.Page;

/** Tells the secret of a new token, once. */
public record TokenCreatedPage(ApiToken token, String secret) implements Page {

    @Override
    public int status() {
        return 201;
    }
}
