package fr.socle.identity.keys;

import com.nimbusds.jose.jwk.JWK;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key pairs of each owner, sealed. An owner has one without end: that of the future. */
@Component
class SigningKeyStore {

    /** The end of an owner's name whose keys are RSA. */
    static final String RSA = ".rs256";

    private static final String CONTEXT = "identity.signing-key.";

    /** A key pair, and since when or from when on it signs. */
    record Kept(JWK key, Instant signsFrom) {}

    private final JdbcClient db;
    private final SealedMap seals;

    SigningKeyStore(JdbcClient db, SealedMap seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Those that still verify, the newest first. */
    List<Kept> read(String owner, Instant now) {
        return db.sql(
                        """
                        SELECT kid, sealed, signs_from FROM identity.signing_key
                         WHERE owner = :owner AND (kept_until IS NULL OR kept_until > :now)
                         ORDER BY signs_from DESC, kid
                        """)
                .param("owner", owner)
                .param("now", Timestamp.from(now))
                .query(
                        (row, _) ->
                                new Kept(
                                        opened(row.getString("kid"), row.getBytes("sealed")),
                                        row.getTimestamp("signs_from").toInstant()))
                .list();
    }

    /** Nothing when another thread or node was faster. */
    void insert(String owner, Instant signsFrom) {
        var kid = UUID.randomUUID().toString();
        db.sql(
                        """
                        INSERT INTO identity.signing_key (kid, owner, sealed, signs_from)
                        VALUES (:kid, :owner, :sealed, :from)
                        ON CONFLICT (owner) WHERE kept_until IS NULL DO NOTHING
                        """)
                .param("kid", kid)
                .param("owner", owner)
                .param(
                        "sealed",
                        seals.sealText(CONTEXT + kid, KeyPairs.generated(kid, owner.endsWith(RSA))))
                .param("from", Timestamp.from(signsFrom))
                .update();
    }

    /** The one without end gets one. */
    void retire(String owner, Instant until) {
        db.sql(
                        """
                        UPDATE identity.signing_key SET kept_until = :until
                         WHERE owner = :owner AND kept_until IS NULL
                        """)
                .param("owner", owner)
                .param("until", Timestamp.from(until))
                .update();
    }

    void end(String owner, String kid, Instant now) {
        db.sql(
                        """
                        UPDATE identity.signing_key SET kept_until = :now
                         WHERE owner = :owner AND kid = :kid
                        """)
                .param("owner", owner)
                .param("kid", kid)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The one of the future signs from now on. */
    void hasten(String owner, Instant now) {
        db.sql(
                        """
                        UPDATE identity.signing_key SET signs_from = least(signs_from, :now)
                         WHERE owner = :owner AND kept_until IS NULL
                        """)
                .param("owner", owner)
                .param("now", Timestamp.from(now))
                .update();
    }

    private JWK opened(String kid, byte[] sealed) {
        try {
            return JWK.parse(seals.openText(CONTEXT + kid, sealed));
        } catch (ParseException broken) {
            throw new IllegalStateException("a sealed key is none", broken);
        }
    }
}
