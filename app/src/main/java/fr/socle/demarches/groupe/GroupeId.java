package fr.socle.demarches.groupe;

import java.util.Optional;
import java.util.UUID;

/** Names one group of one procedure. */
public record GroupeId(UUID value) {

    /** Reads what came from outside. */
    public static Optional<GroupeId> of(String text) {
        try {
            var id = new GroupeId(UUID.fromString(text));
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
