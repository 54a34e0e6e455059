package fr.socle.avis.token;

import fr.socle.demarches.DemarcheId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The right to give one opinion on one procedure.
 *
 * @param nonce 16 bytes drawn from the dossier, which cannot be found again without the key
 */
public record OpinionToken(DemarcheId demarche, byte[] nonce) {

    /** By which it is marked as used: the token itself is written nowhere. */
    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(nonce);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
