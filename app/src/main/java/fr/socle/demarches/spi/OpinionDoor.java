package fr.socle.demarches.spi;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.OpinionQuarter;
import java.util.List;

/** Where a person says what a service was worth; the block that gathers opinions declares it. */
public interface OpinionDoor {

    /** The path that a token completes: {@code /avis/}. */
    String path();

    /**
     * Takes what opens the door to those who got their token by letter, in the caller's
     * transaction.
     *
     * @param digests SHA-256 of each token, sorted, so that their order says nothing of the letters
     */
    void expect(DemarcheId demarche, OpinionQuarter quarter, List<byte[]> digests);
}
