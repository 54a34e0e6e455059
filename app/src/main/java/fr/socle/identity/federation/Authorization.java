package fr.socle.identity.federation;

/** What a request at the address {@code authorize} becomes. */
public sealed interface Authorization {

    record Accepted(Client client, AuthorizeRequest request) implements Authorization {}

    /**
     * Nobody is sent anywhere: the person sees a page.
     *
     * @param why for the log and for who debugs; in English
     */
    record Stopped(Fault fault, String why) implements Authorization {}

    /** The service is told. */
    record Refused(Reply reply, String error, String why) implements Authorization {}
}
