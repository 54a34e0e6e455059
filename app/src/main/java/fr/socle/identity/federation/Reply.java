package fr.socle.identity.federation;

/**
 * Where and how the answer to a request goes.
 *
 * @param state of the service, given back unchanged; empty when there was none
 */
public record Reply(String redirectUri, ResponseMode mode, String state) {}
