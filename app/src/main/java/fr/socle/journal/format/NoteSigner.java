package fr.socle.journal.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;

/** Signs checkpoints: as the log itself, or as a witness who also says when. */
public record NoteSigner(VerifierKey verifier, PrivateKey key) {

    private static final String ALGORITHM = "Ed25519";

    /** A new key of this name. */
    public static NoteSigner fresh(String name, VerifierKey.Type type) {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new NoteSigner(VerifierKey.of(name, type, pair.getPublic()), pair.getPrivate());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK since 15 has Ed25519", missing);
        }
    }

    /**
     * @param pkcs8 what {@link #secret} gave
     */
    public static NoteSigner of(VerifierKey verifier, byte[] pkcs8) {
        try {
            return new NoteSigner(
                    verifier,
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("not an Ed25519 key", wrong);
        }
    }

    /** The private key in PKCS #8, to be sealed and kept. */
    public byte[] secret() {
        return key.getEncoded();
    }

    /** Signs as the log. */
    public SignedNote.Line sign(Checkpoint checkpoint) {
        return new SignedNote.Line(
                verifier.name(),
                verifier.id(),
                signature(checkpoint.text().getBytes(StandardCharsets.UTF_8)));
    }

    /** Signs as a witness: a big-endian time in seconds, then the signature over time and text. */
    public SignedNote.Line cosign(Checkpoint checkpoint, Instant now) {
        var time = now.getEpochSecond();
        var signature = signature(Cosignature.message(checkpoint, time));
        return new SignedNote.Line(
                verifier.name(),
                verifier.id(),
                ByteBuffer.allocate(8 + signature.length).putLong(time).put(signature).array());
    }

    private byte[] signature(byte[] message) {
        try {
            var signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the key does not sign", broken);
        }
    }
}
