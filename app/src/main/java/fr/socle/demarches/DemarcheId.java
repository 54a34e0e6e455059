package fr.socle.demarches;

import java.util.Optional;
import java.util.UUID;

/** Names one procedure, whatever its revision. */
public record DemarcheId(UUID value) {

    /** Of one that is to be made. */
    public static DemarcheId fresh() {
        return new DemarcheId(UUID.randomUUID());
    }

    /** Reads what came from outside. */
    public static Optional<DemarcheId> of(String text) {
        try {
            return Optional.of(new DemarcheId(UUID.fromString(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
