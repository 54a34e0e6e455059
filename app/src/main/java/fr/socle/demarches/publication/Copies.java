package fr.socle.demarches.publication;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.Reponses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What a person wrote in one dossier, to begin another with. Not the documents, which may be out of
 * date, nor what others gave, which is asked for afresh.
 */
@Component
public class Copies {

    private final Revisions revisions;

    Copies(Revisions revisions) {
        this.revisions = revisions;
    }

    /** The answers as the revision under which the other dossier begins takes them. */
    public Map<ChampId, Valeur> of(Dossier dossier, PublishedRevision asked) {
        var before = revisions.definition(dossier.fiche().revision());
        var written = written(dossier.reponses());
        return Rebase.of(before, asked.definition(), written).reponses().valeurs();
    }

    private static Reponses written(Reponses reponses) {
        var kept = new LinkedHashMap<ChampId, Valeur>();
        reponses.valeurs()
                .forEach(
                        (champ, value) -> {
                            if (!reponses.provenance(champ).given()) {
                                put(kept, champ, value);
                            }
                        });
        return new Reponses(kept, Map.of(), Map.of());
    }

    private static void put(Map<ChampId, Valeur> kept, ChampId champ, Valeur value) {
        switch (value) {
            case Valeur.Pieces _ -> {}
            case Valeur.Lignes(var lignes) -> kept.put(champ, new Valeur.Lignes(rows(lignes)));
            case Valeur.Texte _, Valeur.Nombre _, Valeur.Jour _, Valeur.OuiNon _ ->
                    kept.put(champ, value);
            case Valeur.Choix _, Valeur.Adresse _, Valeur.Composee _ -> kept.put(champ, value);
        }
    }

    private static List<Valeur.Ligne> rows(List<Valeur.Ligne> lignes) {
        return lignes.stream()
                .map(
                        it -> {
                            var cells = new LinkedHashMap<ChampId, Valeur>();
                            it.valeurs().forEach((champ, value) -> put(cells, champ, value));
                            return new Valeur.Ligne(it.id(), cells);
                        })
                .toList();
    }
}
