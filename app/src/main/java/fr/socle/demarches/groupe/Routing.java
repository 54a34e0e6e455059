package fr.socle.demarches.groupe;

import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Evaluation;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** To which group a dossier goes: the first whose rule holds, else the default one. */
public final class Routing {

    private Routing() {}

    /**
     * @param groupes of one procedure, the default one among them
     * @param values the answers; those of hidden fields count for nothing
     */
    public static Groupe choose(
            List<Groupe> groupes, Definition definition, Map<ChampId, Valeur> values) {
        var seen = new HashMap<>(values);
        seen.keySet().retainAll(Visibility.visible(definition, values));
        return groupes.stream()
                .sorted(Comparator.comparingInt(Groupe::rank))
                .filter(it -> takes(it, seen))
                .findFirst()
                .orElseGet(() -> byDefault(groupes));
    }

    private static boolean takes(Groupe groupe, Map<ChampId, Valeur> seen) {
        var rule = groupe.rule();
        return groupe.active() && rule != null && Evaluation.holds(rule, seen);
    }

    private static Groupe byDefault(List<Groupe> groupes) {
        return groupes.stream().filter(Groupe::byDefault).findFirst().orElseThrow();
    }
}
