package fr.socle.exchange;

/** For what the data is needed. */
public sealed interface Case {

    /**
     * A case that this Socle knows, which {@link fr.socle.exchange.spi.Cases} verifies.
     *
     * @param reference as the owning block names it
     */
    record Verifie(String reference) implements Case {}

    /** A case that only its administration knows. */
    record Declare(String text) implements Case {}

    /**
     * None: the person is signed in at a service, whose access token says so at this moment.
     *
     * @param service as the person reads it
     */
    record Presence(String service) implements Case {}
}
