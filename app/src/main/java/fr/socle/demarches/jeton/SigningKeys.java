package fr.socle.demarches.jeton;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.OpinionKeys;
import fr.socle.demarches.OpinionQuarter;
import fr.socle.house.Keyring;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One key for each procedure and quarter; the first node that needs one makes it. */
@Component
class SigningKeys implements OpinionKeys {

    /** A key signs for three months and is good for three more. */
    static final int BITS = 2048;

    private final JdbcClient db;
    private final Keyring keyring;

    SigningKeys(JdbcClient db, Keyring keyring) {
        this.db = db;
        this.keyring = keyring;
    }

    @Override
    public Optional<RSAPublicKey> find(DemarcheId demarche, OpinionQuarter quarter) {
        return db.sql(
                        "SELECT public FROM demarches.cle_avis WHERE demarche = :demarche AND quarter = :quarter")
                .param("demarche", demarche.value())
                .param("quarter", quarter.number())
                .query(byte[].class)
                .optional()
                .map(SigningKeys::publicKey);
    }

    /** The same for everybody who asks. */
    RSAPublicKey findOrMake(DemarcheId demarche, OpinionQuarter quarter) {
        return find(demarche, quarter).orElseGet(() -> made(demarche, quarter));
    }

    /** Empty when there is none, or when its quarter is over. */
    Optional<RSAPrivateKey> secret(DemarcheId demarche, OpinionQuarter quarter) {
        return db.sql(
                        """
                        SELECT sealed FROM demarches.cle_avis
                         WHERE demarche = :demarche AND quarter = :quarter AND sealed IS NOT NULL
                        """)
                .param("demarche", demarche.value())
                .param("quarter", quarter.number())
                .query(byte[].class)
                .optional()
                .map(it -> privateKey(keyring.open(context(demarche, quarter), it)));
    }

    /** Nobody signs for a quarter that is over. */
    void eraseBefore(OpinionQuarter quarter) {
        db.sql(
                        "UPDATE demarches.cle_avis SET sealed = NULL WHERE quarter < :quarter AND sealed IS NOT NULL")
                .param("quarter", quarter.number())
                .update();
    }

    private RSAPublicKey made(DemarcheId demarche, OpinionQuarter quarter) {
        var pair = fresh();
        db.sql(
                        """
                        INSERT INTO demarches.cle_avis (demarche, quarter, public, sealed)
                        VALUES (:demarche, :quarter, :public, :sealed)
                        ON CONFLICT DO NOTHING
                        """)
                .param("demarche", demarche.value())
                .param("quarter", quarter.number())
                .param("public", pair.getPublic().getEncoded())
                .param(
                        "sealed",
                        keyring.seal(context(demarche, quarter), pair.getPrivate().getEncoded()))
                .update();
        return find(demarche, quarter).orElseThrow();
    }

    private static String context(DemarcheId demarche, OpinionQuarter quarter) {
        return "demarches.cle-avis." + demarche + "." + quarter.code();
    }

    private static KeyPair fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has RSA", missing);
        }
    }

    private static RSAPublicKey publicKey(byte[] encoded) {
        try {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a stored key cannot be read", broken);
        }
    }

    private static RSAPrivateKey privateKey(byte[] encoded) {
        try {
            return (RSAPrivateKey)
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a stored key cannot be read", broken);
        }
    }
}
