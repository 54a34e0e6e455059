package fr.socle.demarches.depot;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Saisie;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import fr.socle.demarches.dossier.Provenance;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a dossier still lacks before it can be deposited; hidden fields ask nothing. */
public final class Completeness {

    private final Definition definition;
    private final Reponses reponses;
    private final Map<ChampId, Valeur> seen;
    private final List<Form.FieldError> missing = new ArrayList<>();

    private Completeness(Definition definition, Reponses reponses) {
        this.definition = definition;
        this.reponses = reponses;
        this.seen = Visibility.counting(definition, reponses.valeurs());
    }

    /** Each lack under the name of its field, in the order of the form. */
    public static List<Form.FieldError> missing(Definition definition, Reponses reponses) {
        var check = new Completeness(definition, reponses);
        var visible = Visibility.visible(definition, reponses.valeurs());
        definition.champs().stream().filter(it -> visible.contains(it.id())).forEach(check::root);
        return List.copyOf(check.missing);
    }

    private void root(Champ champ) {
        var value = reponses.valeurs().get(champ.id());
        var refusal = Saisie.missing(Visibility.settled(champ, seen), value);
        if (refusal != null) {
            reject(FieldNames.input(champ, FieldNames.of(champ.id()), refusal), refusal);
        }
        if (value instanceof Valeur.Lignes(var lignes)) {
            lignes.forEach(it -> row(champ, it));
        }
        if (wantsDocument(champ) && reponses.justificatifs(champ.id()).isEmpty()) {
            reject(
                    FieldNames.file(FieldNames.joined(champ.id())),
                    Refusal.of("demarches.form.document.missing"));
        }
    }

    /** A mandatory field that could have been obtained is proved by a document instead. */
    private boolean wantsDocument(Champ champ) {
        return champ.mandatory()
                && reponses.provenance(champ.id()) instanceof Provenance.NotObtained;
    }

    private void row(Champ repetition, Valeur.Ligne row) {
        var visible =
                Visibility.visibleIn(
                        definition, repetition.id(), reponses.valeurs(), row.valeurs());
        var around =
                Visibility.countingIn(
                        definition, repetition.id(), reponses.valeurs(), row.valeurs());
        for (var child : Definition.children(repetition)) {
            var refusal =
                    visible.contains(child.id())
                            ? Saisie.missing(
                                    Visibility.settled(child, around),
                                    row.valeurs().get(child.id()))
                            : null;
            if (refusal != null && !(child.type() instanceof ChampType.Repetition)) {
                var name = FieldNames.inRow(repetition.id(), row.id(), child.id());
                reject(FieldNames.input(child, name, refusal), refusal);
            }
        }
    }

    private void reject(String field, Refusal refusal) {
        missing.add(new Form.FieldError(field, refusal));
    }
}
