package fr.socle.identity.federation;

import java.util.Locale;

/** How the answer travels to the service. */
public enum ResponseMode {
    /** In the address. */
    QUERY,
    /** As a form that the browser posts (OAuth 2.0 Form Post Response Mode). */
    FORM_POST,
    /** Behind the address: for refusing a flow whose answers would travel there. */
    FRAGMENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
