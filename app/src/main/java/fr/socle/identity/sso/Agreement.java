package fr.socle.identity.sso;

import fr.socle.identity.federation.AuthorizeRequest;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Profile;
import java.util.Set;

/**
 * What a person is shown before something leaves. A public service has the law for it, and informs;
 * a company whose contract says so needs a yes to all of it.
 */
public enum Agreement {
    /** An agent's data are his administration's: there is nothing to show or to agree to. */
    NONE,
    /** Nothing but a subject leaves. */
    ANONYMOUS,
    INFORMATION,
    /** A box must be ticked. */
    CONSENT;

    private static final Set<String> NOTHING_BUT_SUBJECT = Set.of("openid");

    public static Agreement of(Client client, AuthorizeRequest request) {
        if (!client.federation().ofUsagers()) {
            return NONE;
        }
        if (request.scopes().equals(NOTHING_BUT_SUBJECT) && request.claims().isEmpty()) {
            return ANONYMOUS;
        }
        return client.rules().privateSector() && client.rules().identityConsent()
                ? CONSENT
                : INFORMATION;
    }

    /** Whether the person's word is kept, so that it can be taken back. */
    boolean isKept(Client client) {
        return this != NONE && (this == CONSENT || client.profile() == Profile.OPENID);
    }
}
