package fr.socle.demarches.web.form;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Shown;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.depot.FieldNames;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.ui.form.Form;
import java.util.List;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The answers that are kept, under the names of the form, to fill it again. */
public final class TypedAnswers {

    private final MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();

    private TypedAnswers() {}

    public static MultiValueMap<String, String> of(Definition definition, Reponses reponses) {
        var answers = new TypedAnswers();
        for (var champ : definition.champs()) {
            reponses.valeur(champ.id()).ifPresent(it -> answers.add(champ, it));
            answers.joined(champ.id(), reponses);
        }
        return answers.typed;
    }

    /**
     * The form with what was typed in it. Beside each input that a browser may leave out (a box, a
     * file) the page sends an empty value, which says that it was shown: here it goes.
     */
    public static Form form(MultiValueMap<String, String> parameters) {
        var shown = new LinkedMultiValueMap<String, String>();
        parameters.forEach(
                (name, values) ->
                        shown.put(
                                name,
                                values.size() < 2 && !isMark(values)
                                        ? values
                                        : values.stream().filter(it -> !it.isEmpty()).toList()));
        return Form.of(shown);
    }

    private static boolean isMark(List<String> values) {
        return values.size() == 1 && values.getFirst().isEmpty();
    }

    private void add(Champ champ, Valeur value) {
        if (value instanceof Valeur.Lignes(var lignes)) {
            lignes.forEach(it -> row(champ, it));
        } else {
            put(Shown.typed(champ, value).under(FieldNames.of(champ.id())));
        }
    }

    private void row(Champ repetition, Valeur.Ligne row) {
        typed.add(FieldNames.rows(repetition.id()), row.id().toString());
        for (var child : Definition.children(repetition)) {
            var value = row.valeurs().get(child.id());
            if (value != null) {
                put(
                        Shown.typed(child, value)
                                .under(FieldNames.inRow(repetition.id(), row.id(), child.id())));
            }
        }
    }

    private void joined(ChampId champ, Reponses reponses) {
        reponses.justificatifs(champ)
                .forEach(it -> typed.add(FieldNames.joined(champ), it.toString()));
    }

    private void put(Map<String, List<String>> named) {
        named.forEach((name, values) -> typed.put(name, values));
    }
}
