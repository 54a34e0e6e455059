package fr.socle.identity.keys;

import fr.socle.house.Keyring;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fresh secrets, and the lasting ones of the house, sealed in the database. */
@Component
public class Secrets {

    private static final String CONTEXT = "identity.secret.";
    private static final int BYTES = 32;
    private static final int TRANSACTION_RANDOM = 26;

    private final JdbcClient db;
    private final Keyring keyring;
    private final SecureRandom random;
    private final Clock clock;

    /** They never change, so that a node reads each once; whoever needs one takes a copy. */
    private final Map<String, Mac> lasting = new ConcurrentHashMap<>();

    Secrets(JdbcClient db, Keyring keyring, SecureRandom random, Clock clock) {
        this.db = db;
        this.keyring = keyring;
        this.random = random;
        this.clock = clock;
    }

    /** 256 random bits in 43 characters that need no escaping. */
    public String fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 64 hexadecimal digits that grow with time: twelve tell when, the others are random. */
    public String transaction() {
        var bytes = new byte[TRANSACTION_RANDOM];
        random.nextBytes(bytes);
        return "%012x".formatted(clock.millis()) + HexFormat.of().formatHex(bytes);
    }

    /** What is kept of a secret that is too long to be guessed. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    /** HMAC-SHA-256 of the content under the lasting secret of this name. */
    public byte[] hmac(String name, byte[] content) {
        try {
            // because finding the algorithm takes longer than the sum itself
            return ((Mac) lasting.computeIfAbsent(name, this::keyed).clone()).doFinal(content);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the JDK's own HMAC-SHA-256 is copied", impossible);
        }
    }

    public byte[] hmac(String name, String content) {
        return hmac(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Mac keyed(String name) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(readOrMake(name), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", missing);
        }
    }

    /** Of several nodes that make one at once, all end with the one that was written first. */
    private byte[] readOrMake(String name) {
        db.sql(
                        """
                        INSERT INTO identity.secret (name, sealed, created_at) VALUES (:name, :sealed, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .param("name", name)
                .param("sealed", keyring.seal(CONTEXT + name, keyring.freshKey()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var sealed =
                db.sql("SELECT sealed FROM identity.secret WHERE name = :name")
                        .param("name", name)
                        .query(byte[].class)
                        .single();
        return keyring.open(CONTEXT + name, sealed);
    }
}
