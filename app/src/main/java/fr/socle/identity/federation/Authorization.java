package fr.socle.identity.federation;

/** What a request at the address {@code authorize} becomes. */
public sealed interface Authorization {

    record Accepted(Client client, AuthorizeRequest request) implements Authorization {}

    /**
     * Nobody is sent anywhere: the client or its address is not known.
     *
     * @param key of the page's title
     */
    record Unknown(String key) implements Authorization {}

    /** The client is told by redirect. */
    record Refused(String redirectUri, String state, String error, String description)
            implements Authorization {}
}
