package fr.socle.demarches.builder;

import java.util.Optional;
import java.util.UUID;

/** Names one published revision of one procedure. */
public record RevisionId(UUID value) {

    /** Reads what came from outside. */
    public static Optional<RevisionId> of(String text) {
        try {
            return Optional.of(new RevisionId(UUID.fromString(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
