package fr.socle.avis.web;

import fr.socle.ui.Page;

/** The token is none of ours, or was cut on its way. */
public record NoOpinionPage() implements Page {

    @Override
    public int status() {
        return 404;
    }
}
