package fr.socle.avis.observatoire.indicator;

import fr.socle.avis.observatoire.indicator.Opinions.Marks;
import fr.socle.avis.observatoire.listing.OnceOnly;
import fr.socle.avis.observatoire.listing.Online;
import fr.socle.avis.observatoire.listing.SignIn;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one procedure over some days, before anything is judged.
 *
 * @param quarter what its opinions amount to over three months
 * @param year the same over twelve: help is sought too rarely for less
 * @param rgaa percent of the criteria that it meets, as declared; null: not declared
 * @param volume how often it is done in twelve months, by any way; null: not known
 * @param volumeOnline how often of these online
 * @param minutesAsked minutes in which the prober asked
 * @param minutesUp how many of these it answered
 * @param pages how many whole pages came
 * @param millis how long they took together
 */
public record Measures(
        Online online,
        SignIn signIn,
        OnceOnly onceOnly,
        Marks quarter,
        Marks year,
        @Nullable BigDecimal rgaa,
        @Nullable Long volume,
        @Nullable Long volumeOnline,
        long minutesAsked,
        long minutesUp,
        long pages,
        long millis) {}
