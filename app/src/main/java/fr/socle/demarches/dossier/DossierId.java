package fr.socle.demarches.dossier;

import java.util.Optional;
import java.util.UUID;

/** Names one dossier in addresses. It cannot be guessed, and opens nothing by itself. */
public record DossierId(UUID value) {

    /** Before the id, where other blocks name the dossier: {@link #reference}. */
    private static final String PREFIX = "demarches/";

    public static DossierId random() {
        return new DossierId(UUID.randomUUID());
    }

    /** Reads what came from outside. */
    public static Optional<DossierId> of(String text) {
        try {
            var id = new DossierId(UUID.fromString(text));
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Reads what {@link #reference} wrote. */
    public static Optional<DossierId> ofReference(String reference) {
        return reference.startsWith(PREFIX)
                ? of(reference.substring(PREFIX.length()))
                : Optional.empty();
    }

    /** How the gateway names the dossier as a case. */
    public String reference() {
        return PREFIX + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
