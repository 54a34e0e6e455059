package fr.socle.avis.token;

import fr.socle.demarches.DemarcheId;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The right to give one opinion on one procedure.
 *
 * @param digest SHA-256 of what was drawn at random; the token itself is written nowhere
 */
public record OpinionToken(DemarcheId demarche, byte[] digest) {

    /** The number of its opinion: the same however often the token comes. */
    public UUID opinion() {
        var bytes = ByteBuffer.wrap(digest);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
