package fr.socle.habilitations.demande;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What only some kinds of data ask for ({@link fr.socle.habilitations.formulaire.Bloc}).
 *
 * @param services the ids of connected services that the habilitation opens to the public
 * @param metier who knows the procedure
 * @param technique who runs the program that calls
 * @param volume calls a minute, of {@link Volume}; empty when it was not asked
 * @param volumeWhy why more than the smallest number
 * @param homologation null when it was not asked
 */
public record Complements(
        Set<String> services,
        Contact metier,
        Contact technique,
        String volume,
        String volumeWhy,
        @Nullable Homologation homologation) {

    public static final Complements NONE =
            new Complements(Set.of(), Contact.NONE, Contact.NONE, "", "", null);

    public Complements {
        services = new TreeSet<>(services);
    }

    /**
     * Whose word it is that the information system is safe (décret 2022-513, art. 3).
     *
     * @param autorite name and office of whoever decided it
     * @param until the last day on which the decision holds
     */
    public record Homologation(String autorite, LocalDate from, LocalDate until) {}
}
