package fr.socle.avis.web;

import fr.socle.avis.form.Origin;
import fr.socle.avis.form.Question;
import fr.socle.avis.form.Questions;
import fr.socle.avis.form.ServiceForm;
import fr.socle.avis.form.ServiceForm.Facts;
import fr.socle.avis.form.Template;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;

/** The fields by which an agent makes a form. */
final class FormFields {

    static final String NAME = "nom";
    static final String TEMPLATE = "modele";
    static final String HIDDEN = "masquer";
    static final String WORDS = "libelle-";
    static final String ORIGINS = "origines";
    static final String OPEN = "ouvert";

    private static final int NAME_LENGTH = 120;
    private static final int MOST_ORIGINS = 20;
    private static final int ORIGINS_LENGTH = 4000;

    private static final Map<String, Template> TEMPLATES =
            Arrays.stream(Template.values()).collect(Collectors.toMap(Template::code, it -> it));

    private FormFields() {}

    /** A form that is new: only its name and its template are asked at first. */
    static Optional<Facts> first(Form form) {
        var name = form.required(NAME, NAME_LENGTH);
        var template = form.read(TEMPLATE, Reading.among(TEMPLATES));
        return form.ok()
                ? Optional.of(
                        new Facts(name, template.orElseThrow(), true, List.of(), Questions.COMMON))
                : Optional.empty();
    }

    /** Empty when the form now tells what is wrong. */
    static Optional<Facts> read(Form form, Template template) {
        var name = form.required(NAME, NAME_LENGTH);
        var questions = questions(form, template);
        var origins = origins(form);
        return form.ok()
                ? Optional.of(new Facts(name, template, form.ticked(OPEN), origins, questions))
                : Optional.empty();
    }

    private static Questions questions(Form form, Template template) {
        var hidden = hidden(form, template);
        var renamed = new EnumMap<Question, String>(Question.class);
        for (var question : template.questions()) {
            var words = form.optional(WORDS + question.code(), Questions.LONGEST);
            if (!words.isEmpty()) {
                renamed.put(question, words);
            }
        }
        return new Questions(0, hidden, renamed);
    }

    private static Set<Question> hidden(Form form, Template template) {
        var codes = template.hideable().stream().map(Question::code).toList();
        var hidden = EnumSet.noneOf(Question.class);
        form.readAll(HIDDEN, codes).forEach(it -> Question.of(it).ifPresent(hidden::add));
        if (hidden.contains(Question.CONTACT_REACHED)
                && !hidden.contains(Question.CONTACT_SATISFACTION)) {
            form.reject(HIDDEN, Refusal.of("avis.formulaire.help-needs-reached"));
        }
        return hidden;
    }

    private static List<String> origins(Form form) {
        var origins = new ArrayList<String>();
        for (var line : form.optional(ORIGINS, ORIGINS_LENGTH).lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            switch (Origin.parse(line)) {
                case Parsed.Valid<String>(var origin) -> origins.add(origin);
                case Parsed.Invalid<String>(var why) -> form.reject(ORIGINS, why);
            }
        }
        if (origins.size() > MOST_ORIGINS) {
            form.reject(ORIGINS, Refusal.of("avis.formulaire.too-many-origins", MOST_ORIGINS));
        }
        return origins.stream().distinct().toList();
    }

    static Form filled(ServiceForm present) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add(NAME, present.name());
        if (present.open()) {
            values.add(OPEN, "oui");
        }
        values.add(ORIGINS, String.join("\n", present.origins()));
        present.questions().hidden().forEach(it -> values.add(HIDDEN, it.code()));
        present.questions()
                .renamed()
                .forEach((question, words) -> values.add(WORDS + question.code(), words));
        return Form.of(values);
    }
}
