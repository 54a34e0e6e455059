package fr.socle.exchange.provider;

import fr.socle.exchange.dataset.DataSet;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * An administration that gives one data set, and how to ask it.
 *
 * @param name as people read it
 * @param base its address, without final slash; the data set's path follows
 * @param inService false: its operator cut it off, and nobody asks it
 */
public record Provider(DataSet set, String name, String base, Access access, boolean inService) {

    /**
     * How we prove ourselves.
     *
     * @param secret of the credential; empty when none was set yet
     * @param certificate key and certificate under TLS, as {@link ClientCertificate#pem}; null when
     *     there is none
     * @param authority who alone vouches for it under TLS, as {@link Authority#pem}; null when
     *     those do whom the Java runtime believes
     */
    public record Access(
            Credential credential,
            String secret,
            @Nullable String certificate,
            @Nullable String authority) {

        /** To one whom the Java runtime believes. */
        public Access(Credential credential, String secret, @Nullable String certificate) {
            this(credential, secret, certificate, null);
        }

        /** Whether nothing is missing to be let in. */
        public boolean isWhole() {
            return credential.needsSecret() ? !secret.isEmpty() : certificate != null;
        }

        /** Without the secrets, so that no log line can carry them. */
        @Override
        public String toString() {
            return "Access[" + credential + "]";
        }
    }

    /** One in service, that asks for no certificate. */
    public Provider(DataSet set, String name, String base, Credential credential, String secret) {
        this(set, name, base, new Access(credential, secret, null), true);
    }

    /** One that knows us by a bearer token. */
    public Provider(DataSet set, String name, String base, String token) {
        this(set, name, base, new Credential.Bearer(), token);
    }

    /** Of the data set. */
    public String code() {
        return set.code();
    }

    /** Whether it may be asked at this hour of Paris. */
    public boolean openAt(LocalTime hour) {
        return inService && set.terms().openAt(hour);
    }

    Credential credential() {
        return access.credential();
    }

    String secret() {
        return access.secret();
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
