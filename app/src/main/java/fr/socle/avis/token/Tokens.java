package fr.socle.avis.token;

import fr.socle.avis.store.KeyStore;
import fr.socle.demarches.DemarcheId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Writes and reads tokens: {@code base64url(demarche(16) ‖ nonce(16) ‖ proof(16))} with {@code
 * nonce = HMAC(key 1, dossier)} and {@code proof = HMAC(key 2, demarche ‖ nonce)}, each cut to 16
 * bytes. Nothing needs to be stored for a token to be good, and one dossier has one.
 */
@Component
public class Tokens {

    private static final int BYTES = 16;
    private static final int LENGTH = 64;

    private final Supplier<byte[]> nonceKey;
    private final Supplier<byte[]> proofKey;

    Tokens(KeyStore keys) {
        this.nonceKey = SingletonSupplier.of(() -> keys.key("nonce"));
        this.proofKey = SingletonSupplier.of(() -> keys.key("proof"));
    }

    public String write(DemarcheId demarche, UUID dossier) {
        var nonce = hmac(nonceKey.get(), bytes(dossier));
        var signed = ByteBuffer.allocate(2 * BYTES).put(bytes(demarche.value())).put(nonce).array();
        var token = ByteBuffer.allocate(3 * BYTES).put(signed).put(hmac(proofKey.get(), signed));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** The token, if we wrote it. */
    public Optional<OpinionToken> read(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return verified(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<OpinionToken> verified(byte[] token) {
        var signed = Arrays.copyOf(token, 2 * BYTES);
        var proof = Arrays.copyOfRange(token, 2 * BYTES, 3 * BYTES);
        if (!MessageDigest.isEqual(proof, hmac(proofKey.get(), signed))) {
            return Optional.empty();
        }
        var demarche = ByteBuffer.wrap(signed);
        return Optional.of(
                new OpinionToken(
                        new DemarcheId(new UUID(demarche.getLong(), demarche.getLong())),
                        Arrays.copyOfRange(signed, BYTES, 2 * BYTES)));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(message), BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", missing);
        }
    }
}
