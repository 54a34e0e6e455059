package fr.socle.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.jspecify.annotations.NullMarked;

/** An authenticator made of software: what a browser would bring from it, true or bent. */
@NullMarked
final class SoftKey {

    static final int PRESENT_AND_VERIFIED = 0x05;
    static final int PRESENT_ONLY = 0x01;
    private static final int ATTESTED = 0x40;

    private final KeyPair pair;
    private final byte[] credential = new byte[32];
    private final String relyingParty;
    private final String origin;
    int counter;
    int flags = PRESENT_AND_VERIFIED;

    SoftKey(String relyingParty, String origin) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.pair = generator.generateKeyPair();
        this.relyingParty = relyingParty;
        this.origin = origin;
        new SecureRandom().nextBytes(credential);
    }

    String credential() {
        return text(credential);
    }

    String clientData(String type, String challenge) {
        var json =
                "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                        .formatted(type, challenge, origin);
        return text(json.getBytes(StandardCharsets.UTF_8));
    }

    /** CBOR {@code {"fmt": "none", "attStmt": {}, "authData": …}}. */
    String attestation() throws GeneralSecurityException {
        var out = new ByteArrayOutputStream();
        out.write(0xA3);
        word(out, "fmt");
        word(out, "none");
        word(out, "attStmt");
        out.write(0xA0);
        word(out, "authData");
        var data = authenticatorData(true);
        out.write(0x59);
        out.write(data.length >> 8);
        out.write(data.length);
        out.writeBytes(data);
        return text(out.toByteArray());
    }

    String authenticatorData() throws GeneralSecurityException {
        return text(authenticatorData(false));
    }

    String signature(String clientData) throws GeneralSecurityException {
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(authenticatorData(false));
        signature.update(sha256(Base64.getUrlDecoder().decode(clientData)));
        return text(signature.sign());
    }

    private byte[] authenticatorData(boolean attested) throws GeneralSecurityException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)));
        out.write(attested ? flags | ATTESTED : flags);
        out.writeBytes(ByteBuffer.allocate(4).putInt(counter).array());
        if (attested) {
            out.writeBytes(new byte[16]);
            out.write(0);
            out.write(credential.length);
            out.writeBytes(credential);
            out.writeBytes(coseKey());
        }
        return out.toByteArray();
    }

    /** EC2 on P-256 for ES256 (RFC 9053). */
    private byte[] coseKey() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        var out = new ByteArrayOutputStream();
        out.writeBytes(
                new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
        out.writeBytes(coordinate(point.getAffineX()));
        out.writeBytes(new byte[] {0x22, 0x58, 0x20});
        out.writeBytes(coordinate(point.getAffineY()));
        return out.toByteArray();
    }

    private static byte[] coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var padded = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return padded;
    }

    private static void word(ByteArrayOutputStream out, String word) {
        out.write(0x60 + word.length());
        out.writeBytes(word.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha256(byte[] content) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
