package fr.socle.habilitations.message;

import fr.socle.habilitations.demande.Cote;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message between whoever requests and whoever examines.
 *
 * @param author null for a program
 */
public record DemandeMessage(
        long place, Cote side, @Nullable UUID author, Instant at, String body) {

    /** Of a body, in characters. */
    public static final int LONGEST = 2000;
}
