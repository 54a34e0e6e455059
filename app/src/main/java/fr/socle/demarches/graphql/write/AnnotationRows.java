package fr.socle.demarches.graphql.write;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Valeur;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes annotations in place, those of rows too. */
final class AnnotationRows {

    private AnnotationRows() {}

    /** False when the block does not take as many, or nothing is to be added. */
    static boolean add(Champ block, int rows, Map<ChampId, Valeur> values) {
        var lignes = new ArrayList<>(lignes(block, values));
        var most = ((ChampType.Repetition) block.type()).max();
        if (rows < 1 || rows > most - lignes.size()) {
            return false;
        }
        for (int i = 0; i < rows; i++) {
            lignes.add(new Valeur.Ligne(UUID.randomUUID(), Map.of()));
        }
        values.put(block.id(), new Valeur.Lignes(lignes));
        return true;
    }

    /**
     * @param block in which the field stands; null: none
     * @param row of that block
     */
    static void put(
            @Nullable Champ block,
            String row,
            Champ champ,
            Optional<Valeur> value,
            Map<ChampId, Valeur> values) {
        if (block == null) {
            put(champ, value, values);
            return;
        }
        var lignes = new ArrayList<Valeur.Ligne>();
        for (var ligne : lignes(block, values)) {
            var changed = new LinkedHashMap<>(ligne.valeurs());
            if (ligne.id().toString().equals(row)) {
                put(champ, value, changed);
            }
            lignes.add(new Valeur.Ligne(ligne.id(), changed));
        }
        values.put(block.id(), new Valeur.Lignes(lignes));
    }

    private static void put(Champ champ, Optional<Valeur> value, Map<ChampId, Valeur> values) {
        value.ifPresentOrElse(it -> values.put(champ.id(), it), () -> values.remove(champ.id()));
    }

    private static List<Valeur.Ligne> lignes(Champ block, Map<ChampId, Valeur> values) {
        return values.get(block.id()) instanceof Valeur.Lignes(var lignes) ? lignes : List.of();
    }
}
