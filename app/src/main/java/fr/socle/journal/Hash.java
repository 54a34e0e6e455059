package fr.socle.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 digest. */
public final class Hash {

    public static final int BYTES = 32;

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /**
     * @throws IllegalArgumentException unless there are 32 bytes
     */
    public static Hash of(byte[] value) {
        if (value.length != BYTES) {
            throw new IllegalArgumentException(
                    "a SHA-256 digest has 32 bytes, not " + value.length);
        }
        return new Hash(value.clone());
    }

    /** The digest of these pieces, one after the other. */
    public static Hash sha256(byte[]... pieces) {
        var digest = digest();
        for (var piece : pieces) {
            digest.update(piece);
        }
        return new Hash(digest.digest());
    }

    public byte[] bytes() {
        return value.clone();
    }

    /** Writes the 32 bytes at this place, without a copy in between. */
    public void into(byte[] target, int at) {
        System.arraycopy(value, 0, target, at, BYTES);
    }

    /** Standard base64, as the C2SP formats write hashes. */
    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(value, hash.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return base64();
    }

    /** A fresh SHA-256, for who hashes without a copy in between. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
