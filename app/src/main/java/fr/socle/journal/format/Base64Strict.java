package fr.socle.journal.format;

import java.util.Base64;

/**
 * Standard base64 in which each value has one form only: Java's decoder ignores the last bits, a
 * proof must not.
 */
public final class Base64Strict {

    private Base64Strict() {}

    /**
     * @throws IllegalArgumentException unless the text is the one form of some bytes
     */
    public static byte[] decode(String text) {
        var bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("not canonical base64: " + text);
        }
        return bytes;
    }
}
