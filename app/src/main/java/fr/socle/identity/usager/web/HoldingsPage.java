package fr.socle.identity.usager.web;

import fr.socle.ui.Page;
import java.util.List;

/** Everything to take away, and how long it is kept. */
public record HoldingsPage() implements Page {

    /** What is kept, by the end of its message keys. */
    public static final List<String> KEPT =
            List.of(
                    "account",
                    "sign-ins",
                    "settings",
                    "agreements",
                    "devices",
                    "sessions",
                    "released",
                    "letters",
                    "frauds");

    public List<String> kept() {
        return KEPT;
    }
}
