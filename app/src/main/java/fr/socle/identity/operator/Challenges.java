package fr.socle.identity.operator;

import fr.socle.identity.keys.Secrets;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Challenges of WebAuthn. Each carries when it ends and a seal over that and over what it is for,
 * so that showing a page writes nothing; that it was answered is written, and it is not taken
 * again.
 */
@Component
class Challenges {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String SECRET = "passkey-challenge";
    private static final int RANDOM = 16;
    private static final int SEALED = RANDOM + Long.BYTES;
    private static final int SEAL = 16;

    private final JdbcClient db;
    private final Secrets secrets;
    private final SecureRandom random;
    private final Clock clock;

    Challenges(JdbcClient db, Secrets secrets, SecureRandom random, Clock clock) {
        this.db = db;
        this.secrets = secrets;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A new one, in base64url.
     *
     * @param purpose what an answer to it will do, and for whom if that is known
     */
    String fresh(String purpose) {
        var content = new byte[RANDOM];
        random.nextBytes(content);
        var sealed =
                ByteBuffer.allocate(SEALED)
                        .put(content)
                        .putLong(clock.instant().plus(LIFE).getEpochSecond())
                        .array();
        var all = ByteBuffer.allocate(SEALED + SEAL).put(sealed).put(seal(purpose, sealed));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
    }

    /** Whether it is one of ours for this purpose, still lives, and was not answered before. */
    boolean consume(String purpose, byte[] challenge) {
        if (challenge.length != SEALED + SEAL) {
            return false;
        }
        var sealed = Arrays.copyOf(challenge, SEALED);
        var seal = Arrays.copyOfRange(challenge, SEALED, SEALED + SEAL);
        var ends = Instant.ofEpochSecond(ByteBuffer.wrap(sealed).getLong(RANDOM));
        return Secrets.same(seal, seal(purpose, sealed))
                && clock.instant().isBefore(ends)
                && isFirstAnswer(challenge, ends);
    }

    private boolean isFirstAnswer(byte[] challenge, Instant ends) {
        return db.sql(
                                """
                                INSERT INTO identity.answered_challenge (hash, expires_at)
                                VALUES (:hash, :ends) ON CONFLICT DO NOTHING
                                """)
                        .param("hash", secrets.hmac(SECRET, challenge))
                        .param("ends", Timestamp.from(ends))
                        .update()
                == 1;
    }

    private byte[] seal(String purpose, byte[] sealed) {
        var purposeBytes = purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var content =
                ByteBuffer.allocate(sealed.length + purposeBytes.length)
                        .put(sealed)
                        .put(purposeBytes)
                        .array();
        return Arrays.copyOf(secrets.hmac(SECRET, content), SEAL);
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT8M")
    void purge() {
        db.sql("DELETE FROM identity.answered_challenge WHERE expires_at <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
