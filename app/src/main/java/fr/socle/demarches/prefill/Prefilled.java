package fr.socle.demarches.prefill;

import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Valeur;
import java.util.Map;

/**
 * What a link or a program proposes for a form, as far as its fields take it.
 *
 * @param dropped how many members named no field, or a field that refuses the value
 */
public record Prefilled(Map<ChampId, Valeur> valeurs, int dropped) {

    public static final Prefilled NONE = new Prefilled(Map.of(), 0);

    public Prefilled {
        valeurs = Map.copyOf(valeurs);
    }

    public boolean isEmpty() {
        return valeurs.isEmpty() && dropped == 0;
    }

    /** The number alone: what is said of a person does not belong in a log. */
    @Override
    public String toString() {
        return "Prefilled[" + valeurs.size() + ", dropped " + dropped + "]";
    }
}
