package fr.socle.habilitations;

import java.util.Optional;
import java.util.UUID;

/** Names one habilitation, whatever its version. */
public record HabilitationId(UUID value) {

    /** Of one that is to be made. */
    public static HabilitationId fresh() {
        return new HabilitationId(UUID.randomUUID());
    }

    /** Reads what came from outside. */
    public static Optional<HabilitationId> of(String text) {
        try {
            return Optional.of(new HabilitationId(UUID.fromString(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
