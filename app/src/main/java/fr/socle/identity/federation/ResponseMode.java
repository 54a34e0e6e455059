package fr.socle.identity.federation;

import java.util.Locale;

/** How the answer travels to the service: in the address, or as a form that the browser posts. */
public enum ResponseMode {
    QUERY,
    FORM_POST;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
