package fr.socle.exchange.provider;

import java.net.URI;

/**
 * An administration that gives one data set, and how to ask it.
 *
 * @param code of the data set
 * @param name as people read it
 * @param address of the question, without query
 * @param token the bearer token by which it knows us
 */
public record Provider(String code, String name, URI address, String token, Contract contract) {

    /** Without the token, so that no log line can carry it. */
    @Override
    public String toString() {
        return "Provider[" + code + "]";
    }
}
