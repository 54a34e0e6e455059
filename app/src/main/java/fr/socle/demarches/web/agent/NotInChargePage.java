package fr.socle.demarches.web.agent;

import fr.socle.ui.Page;

/** An agent asked for a dossier of another service. */
public record NotInChargePage() implements Page {
    @Override
    public int status() {
        return 403;
    }
}
