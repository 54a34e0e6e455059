package fr.socle.habilitations.formulaire;

import java.util.EnumSet;
import java.util.Set;

/**
 * What one kind of data asks.
 *
 * @param dataSet its code in the catalogue
 * @param introduction what whoever requests should know first; may be empty
 * @param blocs what must be answered beside what everybody answers
 * @param longestRetention in months
 * @param open whether it can be requested anew
 * @param version 0 until somebody changed it
 */
public record Formulaire(
        String dataSet,
        String introduction,
        Set<Bloc> blocs,
        int longestRetention,
        boolean open,
        long version) {

    /** No kind of data may be kept longer. */
    public static final int LONGEST_RETENTION = 120;

    public Formulaire {
        blocs = blocs.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(blocs));
    }

    /** Of a kind of data about which nobody decided. */
    static Formulaire usual(String dataSet) {
        return new Formulaire(dataSet, "", Set.of(), LONGEST_RETENTION, true, 0);
    }
}
