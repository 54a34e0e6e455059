package fr.socle.identity.sso;

/** How a request to sign somebody in goes on. */
public sealed interface Passage {

    /** The person picks a provider. */
    record Choose() implements Passage {}

    /** The session's provider is asked for more, or to see the person again. */
    record Again(String provider) implements Passage {}

    /**
     * No provider is needed: the session answers.
     *
     * @param known what its person and the service are to each other
     */
    record Through(FederationSession session, Acquaintance known) implements Passage {}

    /** The service is told no, by OAuth's name for it. */
    record Refused(String error, String why) implements Passage {}
}
