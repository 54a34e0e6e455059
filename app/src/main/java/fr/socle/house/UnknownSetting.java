package fr.socle.house;

import java.util.Optional;

/** A setting that does not exist, or no longer. The message names the right one. */
public final class UnknownSetting extends RuntimeException {

    UnknownSetting(String written, Optional<String> right) {
        super(
                "le réglage « "
                        + written
                        + " » n’existe pas"
                        + right.map(it -> " ; vouliez-vous dire « " + it + " » ?").orElse(""));
    }
}
