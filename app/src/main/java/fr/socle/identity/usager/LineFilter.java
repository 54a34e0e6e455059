package fr.socle.identity.usager;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which lines are wanted.
 *
 * @param service empty: whichever
 * @param provider empty: whichever
 * @param since not those before
 */
public record LineFilter(Sort sort, String service, String provider, Instant since) {

    public static final LineFilter ALL = new LineFilter(Sort.TOUT, "", "", Instant.EPOCH);

    /** What sort of thing was done. */
    public enum Sort {
        CONNEXIONS,
        REGLAGES,
        TOUT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Sort> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }
    }
}
