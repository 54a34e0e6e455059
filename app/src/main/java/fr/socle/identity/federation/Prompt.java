package fr.socle.identity.federation;

import java.util.Locale;

/** What a service wants the person to be asked (OpenID Connect Core, 3.1.2.1). */
public enum Prompt {
    NONE,
    LOGIN,
    CONSENT,
    SELECT_ACCOUNT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
