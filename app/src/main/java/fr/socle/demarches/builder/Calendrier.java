package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a published procedure takes dossiers, in the days of Paris.
 *
 * @param opens the first day; null: since its publication
 * @param closes the last day; null: until it is closed by hand
 * @param replacement the one to which its page leads instead, or null
 */
public record Calendrier(
        @Nullable LocalDate opens, @Nullable LocalDate closes, @Nullable DemarcheId replacement) {

    public static final Calendrier ALWAYS = new Calendrier(null, null, null);
}
