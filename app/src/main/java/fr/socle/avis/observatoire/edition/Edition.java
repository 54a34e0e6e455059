package fr.socle.avis.observatoire.edition;

import fr.socle.avis.observatoire.indicator.Quarter;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A quarter that was frozen.
 *
 * @param digest SHA-256 of its open data in CSV, which the journal holds too
 * @param reference of the journal's entry
 */
public record Edition(Quarter quarter, Instant frozenAt, byte[] digest, UUID reference) {

    public String fingerprint() {
        return HexFormat.of().formatHex(digest);
    }
}
