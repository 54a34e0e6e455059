package fr.socle.exchange.reconcile;

import fr.socle.ui.Page;

/** A provider's token, told once. */
public record DecompteTokenPage(String dataSet, String token) implements Page {

    /** Without the token, so that no log line can carry it. */
    @Override
    public String toString() {
        return "DecompteTokenPage[" + dataSet + "]";
    }
}
