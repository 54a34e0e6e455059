package fr.socle.identity;

import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.PersonRef;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the access tokens of this house's federations stand for, read from the database at each
 * call: one that expired, was revoked, or whose session ended stands for nobody.
 */
public interface AccessTokens {

    /**
     * Whom a token of a citizens' federation stands for.
     *
     * @param token as a service presents it
     */
    Presented usager(String token);

    /** The account for which a token of an agents' federation stands. */
    Optional<AgentAccount> agent(String token);

    /** Whom a usager's token stands for. */
    sealed interface Presented {

        /**
         * @param service client_id of the service at which the usager is signed in
         * @param serviceName as the usager reads it
         * @param scopes those that the service was given, with the usager's knowledge
         */
        record Usager(
                PersonRef person,
                IdentitePivot identity,
                String service,
                String serviceName,
                Set<String> scopes)
                implements Presented {
            public Usager {
                scopes = Set.copyOf(scopes);
            }

            /** Nothing: a civil status does not belong in a log. */
            @Override
            public String toString() {
                return "Usager[hidden]";
            }
        }

        /** The service was not given the whole civil status, so nobody may be searched by it. */
        record WithoutIdentity() implements Presented {}

        /** Unknown, expired, revoked, or an agent's. */
        record Nobody() implements Presented {}
    }

    /**
     * An account at a provider of agents, by which the directory knows its agent.
     *
     * @param issuer as the directory has it
     */
    record AgentAccount(String issuer, String sub) {}
}
