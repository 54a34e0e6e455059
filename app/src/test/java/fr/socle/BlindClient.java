package fr.socle;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.OpinionQuarter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;

/** The browser's part of RFC 9474, section 4, for tests: what the script of the page does. */
@NullMarked
public final class BlindClient {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int HASH = 48;

    private final RSAPublicKey key;
    private final BigInteger factor;
    private final BigInteger encoded;

    /**
     * @param factor below the modulus and without a common divisor
     */
    public BlindClient(RSAPublicKey key, byte[] message, byte[] salt, BigInteger factor) {
        this.key = key;
        this.factor = factor;
        this.encoded = new BigInteger(1, encode(message, key.getModulus().bitLength() - 1, salt));
    }

    public static BlindClient fresh(RSAPublicKey key, byte[] message) {
        return new BlindClient(
                key,
                message,
                random(HASH),
                new BigInteger(key.getModulus().bitLength() - 2, RANDOM));
    }

    /** What the signer sees. */
    public byte[] blinded() {
        var veil = factor.modPow(key.getPublicExponent(), key.getModulus());
        return bytes(encoded.multiply(veil));
    }

    public byte[] unveiled(byte[] signed) {
        var undo = factor.modInverse(key.getModulus());
        return bytes(new BigInteger(1, signed).multiply(undo));
    }

    private byte[] bytes(BigInteger number) {
        var length = (key.getModulus().bitLength() + 7) / 8;
        var written = number.mod(key.getModulus()).toByteArray();
        var all = new byte[length];
        int from = Math.max(0, written.length - length);
        System.arraycopy(
                written, from, all, length - (written.length - from), written.length - from);
        return all;
    }

    /** What is signed for this procedure and quarter: {@code prefix ‖ "socle/avis/1" ‖ …}. */
    public static byte[] message(byte[] prefix, DemarcheId demarche, OpinionQuarter quarter) {
        return joined(
                prefix,
                "socle/avis/1".getBytes(StandardCharsets.US_ASCII),
                about(demarche, quarter));
    }

    /** The token as an address writes it. */
    public static String token(
            byte[] prefix, DemarcheId demarche, OpinionQuarter quarter, byte[] signature) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        joined(new byte[] {1}, about(demarche, quarter), prefix, signature));
    }

    private static byte[] about(DemarcheId demarche, OpinionQuarter quarter) {
        UUID id = demarche.value();
        return ByteBuffer.allocate(18)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putShort((short) quarter.number())
                .array();
    }

    public static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** RFC 8017, section 9.1.1, with SHA-384. */
    private static byte[] encode(byte[] message, int bits, byte[] salt) {
        int length = (bits + 7) / 8;
        var digest = sha384(joined(new byte[8], sha384(message), salt));
        var block = joined(new byte[length - salt.length - HASH - 2], new byte[] {1}, salt);
        var mask = mask(digest, block.length);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= mask[i];
        }
        block[0] &= (byte) (255 >> (8 * length - bits));
        return joined(block, digest, new byte[] {(byte) 0xbc});
    }

    private static byte[] mask(byte[] seed, int length) {
        var mask = new ByteArrayOutputStream();
        for (int i = 0; mask.size() < length; i++) {
            mask.writeBytes(sha384(joined(seed, ByteBuffer.allocate(4).putInt(i).array())));
        }
        return java.util.Arrays.copyOf(mask.toByteArray(), length);
    }

    private static byte[] sha384(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-384").digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** The vector of RFC 9474, appendix A.1. */
    public record Vector(Properties values) {

        public static Vector read() throws IOException {
            var values = new Properties();
            try (var file = BlindClient.class.getResourceAsStream("rfc9474-a1.properties")) {
                values.load(Objects.requireNonNull(file));
            }
            return new Vector(values);
        }

        public byte[] bytes(String name) {
            return HexFormat.of().parseHex(Objects.requireNonNull(values.getProperty(name)));
        }

        public BigInteger number(String name) {
            return new BigInteger(1, bytes(name));
        }

        public RSAPublicKey key() throws GeneralSecurityException {
            return (RSAPublicKey)
                    KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(number("n"), number("e")));
        }
    }
}
