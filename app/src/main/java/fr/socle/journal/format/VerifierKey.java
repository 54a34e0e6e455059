package fr.socle.journal.format;

import fr.socle.journal.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An Ed25519 key that signs notes, as everybody may know it (c2sp.org/signed-note): {@code
 * <name>+<key id in hex>+<base64 of type and key>}.
 */
public record VerifierKey(String name, Type type, byte[] key) {

    /** What the key signs, and the byte that says so. */
    public enum Type {
        /** A log's checkpoints. */
        LOG(0x01),
        /** A witness's timestamped cosignatures (c2sp.org/tlog-cosignature). */
        WITNESS(0x04);

        private final int code;

        Type(int code) {
            this.code = code;
        }
    }

    /** The bytes that stand before every raw Ed25519 public key in its X.509 form (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;

    public VerifierKey {
        if (name.isEmpty()
                || name.contains("+")
                || name.chars().anyMatch(c -> Character.isWhitespace(c) || c < 0x20)) {
            throw new IllegalArgumentException("a key's name has no space and no +");
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
        }
        key = key.clone();
    }

    public static VerifierKey of(String name, Type type, PublicKey key) {
        var encoded = key.getEncoded();
        return new VerifierKey(
                name, type, Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length));
    }

    /**
     * @throws IllegalArgumentException unless the text is a verifier key of a type that we know
     */
    public static VerifierKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a verifier key reads name+id+key");
        }
        var typed = Base64Strict.decode(parts[2]);
        if (typed.length != 1 + KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes");
        }
        var key =
                new VerifierKey(
                        parts[0], type(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.idText().equals(parts[1])) {
            throw new IllegalArgumentException(
                    "the key's id is " + key.idText() + ", not " + parts[1]);
        }
        return key;
    }

    /** The first four bytes of {@code SHA-256(name ‖ newline ‖ type ‖ key)}. */
    public int id() {
        var digest =
                Hash.sha256(
                        name.getBytes(StandardCharsets.UTF_8),
                        new byte[] {'\n', (byte) type.code},
                        key);
        return ByteBuffer.wrap(digest.bytes()).getInt();
    }

    public boolean verifies(byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** The verifier key as people exchange it. */
    public String text() {
        var typed = new byte[1 + KEY_BYTES];
        typed[0] = (byte) type.code;
        System.arraycopy(key, 0, typed, 1, KEY_BYTES);
        return name + "+" + idText() + "+" + java.util.Base64.getEncoder().encodeToString(typed);
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    private String idText() {
        return HexFormat.of().toHexDigits(id());
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
        System.arraycopy(key, 0, encoded, X509_PREFIX.length, KEY_BYTES);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static Type type(byte code) {
        for (var type : Type.values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IllegalArgumentException("no key of type " + code + " is known here");
    }
}
