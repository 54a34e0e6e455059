package fr.socle.demarches.annotation;

import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Valeur;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * The annotations of one dossier.
 *
 * @param valeurs by field; one without a value is absent
 * @param changedAt when the last one was written
 */
public record Noted(Map<ChampId, Valeur> valeurs, Instant changedAt) {

    public Noted {
        valeurs = Map.copyOf(valeurs);
    }

    /** Of a dossier without annotations, which nobody has to have seen. */
    public static final Noted NOTHING = new Noted(Map.of(), Instant.EPOCH);

    /** What a writer names to say what he saw; 0 as long as nothing is noted. */
    public long version() {
        return valeurs.isEmpty() ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, changedAt);
    }

    /** Nothing: what is noted about a person does not belong in a log. */
    @Override
    public String toString() {
        return "Noted[hidden]";
    }
}
