package fr.socle.journey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What the script of a decided dossier's page does: draws a token, has it signed without showing it
 * (RFC 9474, RSABSSA-SHA384-PSS-Randomized) and says where it opens an opinion. Written from the
 * standard and from what the page announces, and from nothing of the house's own code.
 */
final class OpinionSteps {

    private static final int HASH = 48;
    private static final int PREFIX = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OpinionSteps() {}

    /**
     * @param dossier the page of a decided dossier that has had no token
     * @return where one opinion is given
     */
    static URI door(Browser browser, Screen dossier) {
        var box = dossier.document().selectFirst("[data-jeton]");
        if (box == null) {
            throw new Unexpected("de quoi obtenir un jeton", dossier);
        }
        var published = text(browser.download(URI.create(box.absUrl("data-cle"))));
        var modulus = new BigInteger(1, bytes(member(published, "n")));
        var exponent = new BigInteger(1, bytes(member(published, "e")));
        var quarter = member(published, "trimestre");
        var about = about(member(published, "demarche"), quarter);
        var prefix = random(PREFIX);
        var message = joined(prefix, "socle/avis/1".getBytes(StandardCharsets.US_ASCII), about);
        var factor = new BigInteger(modulus.bitLength() - 2, RANDOM);
        var plain = new BigInteger(1, encoded(message, modulus.bitLength() - 1));
        var blinded = plain.multiply(factor.modPow(exponent, modulus)).mod(modulus);
        var answer =
                dossier.form("Donner mon avis")
                        .scripted("trimestre", quarter)
                        .scripted("aveugle", base64(written(blinded, modulus)))
                        .download();
        var signed = new BigInteger(1, bytes(member(text(answer), "signature")));
        var signature = signed.multiply(factor.modInverse(modulus)).mod(modulus);
        if (!signature.modPow(exponent, modulus).equals(plain)) {
            throw new Unexpected("une signature de cette clé", dossier);
        }
        var token = joined(new byte[] {1}, about, prefix, written(signature, modulus));
        return URI.create(box.absUrl("data-porte") + base64(token));
    }

    /** The same with another signature: whoever makes a token up. */
    static URI forged(URI door) {
        var text = door.toString();
        var last = text.length() - 10;
        var other = text.charAt(last) == 'A' ? 'B' : 'A';
        return URI.create(text.substring(0, last) + other + text.substring(last + 1));
    }

    private static byte[] about(String demarche, String quarter) {
        var id = UUID.fromString(demarche);
        int number =
                Integer.parseInt(quarter.substring(0, 4)) * 4
                        + Integer.parseInt(quarter.substring(6))
                        - 1;
        return ByteBuffer.allocate(18)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putShort((short) number)
                .array();
    }

    /** RFC 8017, section 9.1.1. */
    private static byte[] encoded(byte[] message, int bits) {
        int length = (bits + 7) / 8;
        var salt = random(HASH);
        var digest = sha384(joined(new byte[8], sha384(message), salt));
        var block = joined(new byte[length - 2 * HASH - 2], new byte[] {1}, salt);
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
        return Arrays.copyOf(mask.toByteArray(), length);
    }

    private static byte[] sha384(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-384").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-384", missing);
        }
    }

    /** In as many bytes as the modulus has. */
    private static byte[] written(BigInteger number, BigInteger modulus) {
        var length = (modulus.bitLength() + 7) / 8;
        var bytes = number.toByteArray();
        var from = Math.max(0, bytes.length - length);
        var all = new byte[length];
        System.arraycopy(bytes, from, all, length - (bytes.length - from), bytes.length - from);
        return all;
    }

    private static String member(String json, String name) {
        var found = Pattern.compile("\"" + name + "\" *: *\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return found.group(1);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
