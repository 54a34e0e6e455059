package fr.socle.identity.federation;

import fr.socle.kernel.PersonRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An identity that a provider gave, until the service has fetched it.
 *
 * @param person null for an agent, whom no civil status names
 * @param subject for this service
 * @param claims what the federation knows; a service gets those of its scopes
 * @param authTime seconds since 1970
 * @param acr how sure the federation is
 * @param amr by which means, as the provider is configured (RFC 8176)
 * @param idToken the provider's, to be shown to it when the person leaves
 * @param session the one at the federation that this belongs to; null while it is still to be
 *     opened
 */
public record Held(
        String transaction,
        AuthorizeRequest request,
        @Nullable PersonRef person,
        String provider,
        String subject,
        Map<String, Object> claims,
        long authTime,
        Acr acr,
        List<String> amr,
        String idToken,
        @Nullable UUID session) {

    public Held {
        claims = Map.copyOf(claims);
        amr = List.copyOf(amr);
    }

    /** The claims that the service gets, with its subject. */
    public Map<String, Object> released(Federation federation) {
        var released = new java.util.LinkedHashMap<String, Object>();
        released.put("sub", subject);
        request.given(federation)
                .forEach(
                        name -> {
                            var value = claims.get(name);
                            if (value != null) {
                                released.put(name, value);
                            }
                        });
        return released;
    }

    /** Whether the register of civil status confirmed who this is. */
    public boolean isChecked() {
        return Boolean.TRUE.equals(claims.get(IdentityReader.CHECKED));
    }

    /** The session, of a sign-in that has a code. */
    public UUID joined() {
        return Objects.requireNonNull(session);
    }

    /** Nothing: an identity does not belong in a log. */
    @Override
    public String toString() {
        return "Held[hidden]";
    }
}
