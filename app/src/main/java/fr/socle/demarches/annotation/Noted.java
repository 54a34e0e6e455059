package fr.socle.demarches.annotation;

import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Valeur;
import java.time.Instant;
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

    /** Nothing: what is noted about a person does not belong in a log. */
    @Override
    public String toString() {
        return "Noted[hidden]";
    }
}
