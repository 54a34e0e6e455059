package fr.socle.exchange.provider;

import fr.socle.exchange.dataset.DataSet;

/**
 * An administration that gives one data set, and how to ask it.
 *
 * @param name as people read it
 * @param base its address, without final slash; the data set's path follows
 * @param credential how we prove ourselves
 * @param secret of the credential
 */
public record Provider(
        DataSet set, String name, String base, Credential credential, String secret) {

    /** One that knows us by a bearer token. */
    public Provider(DataSet set, String name, String base, String token) {
        this(set, name, base, new Credential.Bearer(), token);
    }

    /** Of the data set. */
    public String code() {
        return set.code();
    }

    /** Of the question, without query; a company's number is still to be filled in. */
    String address() {
        return base + set.source().path();
    }

    /** Without the secret, so that no log line can carry it. */
    @Override
    public String toString() {
        return "Provider[" + code() + "]";
    }
}
