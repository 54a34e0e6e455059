package fr.socle.citoyen.suivi;

import fr.socle.kernel.IdentitePivot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a program of an organisation says.
 *
 * @param reference of the procedure at that organisation
 * @param at when it came so far
 * @param adresse where the person continues it, or null
 */
public record Annonce(
        String reference,
        String demarche,
        Etat etat,
        Instant at,
        @Nullable String adresse,
        Whose whose) {

    /** Whose procedure it is. */
    public sealed interface Whose {

        /** By civil status. */
        record Pivot(IdentitePivot identity) implements Whose {}

        /** By the subject under which the organisation's own connected service knows the person. */
        record Sub(String sub) implements Whose {}
    }
}
