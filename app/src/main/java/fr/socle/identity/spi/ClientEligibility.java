package fr.socle.identity.spi;

/**
 * Whether a service may be open to the public, as the block of habilitations says. At most one bean
 * implements it; without one, the operator's approval counts. It is asked at most once a second and
 * node for each service that is used, never inside a transaction.
 */
public interface ClientEligibility {

    /** What is known of a service's habilitation. */
    enum Status {
        /** An habilitation covers the service now. */
        ACTIVE,
        /** None was ever granted for it. */
        NONE,
        /** The one that covered it was revoked, or its term has passed. */
        ENDED
    }

    Status status(String clientId);
}
