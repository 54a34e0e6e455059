package fr.socle.demarches.web.usager;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Definition;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One answer that a dossier still lacks.
 *
 * @param label of the question; in a repetition, of the block and of the question
 * @param refusal what is wanted
 * @param input the name of the field that takes it, which is its anchor in the form
 */
public record Lack(String label, Refusal refusal, String input) {

    /** The errors of the form, each under the name of its question. */
    static List<Lack> of(Definition definition, List<Form.FieldError> missing) {
        return missing.stream()
                .map(it -> new Lack(label(definition, it.field()), it.refusal(), it.field()))
                .toList();
    }

    /** {@code c.abcd} is a question, {@code c.rows.<row>.abcd} one of a block. */
    private static String label(Definition definition, String input) {
        var parts = List.of(input.split("[.]"));
        var labels = new ArrayList<String>();
        var root = parts.size() < 2 ? Optional.<Champ>empty() : find(definition, parts.get(1));
        root.map(Champ::label).ifPresent(labels::add);
        // the third part of a name is a row's id, or what belongs to the question itself
        root.stream()
                .flatMap(it -> Definition.children(it).stream())
                .filter(it -> parts.size() > 3 && it.id().value().equals(parts.get(3)))
                .map(Champ::label)
                .forEach(labels::add);
        return Stream.of(String.join(" – ", labels))
                .filter(it -> !it.isBlank())
                .findFirst()
                .orElse(input);
    }

    private static Optional<Champ> find(Definition definition, String id) {
        return ChampId.of(id).flatMap(definition::find);
    }
}
