package fr.socle.avis.token;

import fr.socle.avis.store.TokenStore;
import fr.socle.demarches.OpinionKeys;
import fr.socle.demarches.OpinionQuarter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells which tokens are good: those that the key of their procedure and quarter signed, and those
 * of which a letter's hash was announced. Both are good in their quarter and the next one.
 */
@Component
public class Tokens {

    private static final int LETTER_LENGTH = 43;

    private final OpinionKeys keys;
    private final TokenStore store;
    private final Clock clock;

    Tokens(OpinionKeys keys, TokenStore store, Clock clock) {
        this.keys = keys;
        this.store = store;
        this.clock = clock;
    }

    /** The token, if it is good. */
    public Optional<OpinionToken> read(String text) {
        return switch (text.length()) {
            case LETTER_LENGTH -> base64(text).flatMap(this::ofLetter);
            case BlindToken.LENGTH ->
                    base64(text).flatMap(BlindToken::parse).flatMap(this::ofBrowser);
            default -> Optional.empty();
        };
    }

    private Optional<OpinionToken> ofLetter(byte[] token) {
        var digest = sha256(token);
        return store.find(digest)
                .filter(it -> inTime(it.quarter()))
                .map(it -> new OpinionToken(it.demarche(), digest));
    }

    /** The hash is that of the message: a second signature of the same says nothing new. */
    private Optional<OpinionToken> ofBrowser(BlindToken token) {
        return Optional.of(token)
                .filter(it -> inTime(it.quarter()))
                .filter(
                        it ->
                                keys.find(it.demarche(), it.quarter())
                                        .filter(it::signedBy)
                                        .isPresent())
                .map(it -> new OpinionToken(it.demarche(), sha256(it.message())));
    }

    private boolean inTime(OpinionQuarter quarter) {
        var now = OpinionQuarter.now(clock);
        return quarter.equals(now) || quarter.equals(now.previous());
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
