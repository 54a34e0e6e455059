package fr.socle.demarches.graphql.token;

import fr.socle.ui.Page;

/** Tells the secret of a new token, once. */
public record JetonCreatedPage(Jeton jeton, String secret) implements Page {

    @Override
    public int status() {
        return 201;
    }

    /** Says nothing of the secret, so that no log line can carry it. */
    @Override
    public String toString() {
        return "JetonCreatedPage[" + jeton.id() + "]";
    }
}
