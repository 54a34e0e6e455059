package fr.socle.avis.token;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.OpinionQuarter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * What a browser drew and had signed without showing it: {@code 1 ‖ demarche(16) ‖ quarter(2) ‖
 * prefix(32) ‖ signature(256)}. Signed is {@code prefix ‖ "socle/avis/1" ‖ demarche ‖ quarter}, by
 * RSABSSA-SHA384-PSS-Randomized (RFC 9474, section 5).
 *
 * @param message what was signed
 */
record BlindToken(DemarcheId demarche, OpinionQuarter quarter, byte[] message, byte[] signature) {

    /** In base64url. */
    static final int LENGTH = 410;

    private static final byte VERSION = 1;
    private static final int BYTES = 307;
    private static final int UUID_BYTES = 16;
    private static final int PREFIX = 32;
    private static final int SIGNATURE = 256;
    private static final byte[] ABOUT = "socle/avis/1".getBytes(StandardCharsets.US_ASCII);
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1);

    /** Reads the form of it; whether it was signed is another matter. */
    static Optional<BlindToken> parse(byte[] token) {
        if (token.length != BYTES || token[0] != VERSION) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(token, 1, BYTES - 1);
        var demarche = new DemarcheId(new UUID(bytes.getLong(), bytes.getLong()));
        var quarter = new OpinionQuarter(Short.toUnsignedInt(bytes.getShort()));
        var signed =
                ByteBuffer.allocate(PREFIX + ABOUT.length + UUID_BYTES + Short.BYTES)
                        .put(token, 1 + UUID_BYTES + Short.BYTES, PREFIX)
                        .put(ABOUT)
                        .put(token, 1, UUID_BYTES + Short.BYTES)
                        .array();
        return Optional.of(
                new BlindToken(
                        demarche,
                        quarter,
                        signed,
                        Arrays.copyOfRange(token, BYTES - SIGNATURE, BYTES)));
    }

    boolean signedBy(RSAPublicKey key) {
        return verifies(key, message, signature);
    }

    /** RFC 9474, section 4.5: an ordinary signature by RSASSA-PSS with SHA-384. */
    static boolean verifies(RSAPublicKey key, byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("RSASSA-PSS");
            verifier.setParameter(PSS);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }
}
