package fr.socle.avis.web;

import static fr.socle.avis.form.Question.COMPREHENSION;
import static fr.socle.avis.form.Question.CONTACT_REACHED;
import static fr.socle.avis.form.Question.CONTACT_SATISFACTION;
import static fr.socle.avis.form.Question.CONTACT_TRIED;
import static fr.socle.avis.form.Question.VERBATIM;

import fr.socle.avis.Grade;
import fr.socle.avis.Satisfaction;
import fr.socle.avis.form.Questions;
import fr.socle.avis.store.Answer;
import fr.socle.avis.store.Opinion;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import fr.socle.ui.form.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;

/** The answers of Je donne mon avis, under its own field codes and values. */
public final class Answers {

    static final int MAX_VERBATIM = 2000;

    private static final List<String> HELP =
            List.of(
                    Opinion.NO_HELP,
                    "desk",
                    "phone",
                    "email",
                    "chat",
                    "relative",
                    "association",
                    "website",
                    "other");

    private static final Map<String, Satisfaction> SATISFACTIONS =
            Arrays.stream(Satisfaction.values())
                    .collect(Collectors.toMap(Satisfaction::code, it -> it));

    private static final Map<String, Grade> GRADES =
            Arrays.stream(Grade.values()).collect(Collectors.toMap(Grade::code, it -> it));

    private Answers() {}

    /**
     * What a step says; the form now tells what is wrong with it. Nobody answers what is hidden.
     */
    static Answer read(Step step, Form form, Questions asked) {
        return switch (step) {
            case SATISFACTION -> satisfaction(form);
            case CLARITY -> clarity(form, asked);
            case HELP -> help(form, asked);
            case TEXT -> {
                var text = asked.ask(VERBATIM) ? form.optional("verbatim", MAX_VERBATIM) : "";
                yield before -> before.map(it -> it.withVerbatim(text));
            }
        };
    }

    private static Answer satisfaction(Form form) {
        var read = form.read("satisfaction", Reading.among(SATISFACTIONS));
        return before ->
                read.map(it -> before.map(said -> said.with(it)).orElseGet(() -> Opinion.of(it)));
    }

    private static Answer clarity(Form form, Questions asked) {
        var read =
                asked.ask(COMPREHENSION) ? grade(form, "comprehension") : Optional.<Grade>empty();
        return before -> before.map(it -> it.withClarity(read.orElse(null)));
    }

    private static Answer help(Form form, Questions asked) {
        var tried =
                asked.ask(CONTACT_TRIED) ? form.readAll("contact_tried", HELP) : List.<String>of();
        var reached =
                asked.ask(CONTACT_REACHED)
                        ? form.readOptional("contact_reached", Reading::yesNo)
                        : Optional.<Boolean>empty();
        var help =
                asked.ask(CONTACT_SATISFACTION)
                        ? grade(form, "contact_satisfaction")
                        : Optional.<Grade>empty();
        if (tried.contains(Opinion.NO_HELP) && tried.size() > 1) {
            form.reject("contact_tried", Refusal.of("avis.refused.none"));
        }
        if (help.isPresent() && !reached.orElse(!asked.ask(CONTACT_REACHED))) {
            form.reject("contact_satisfaction", Refusal.of("avis.refused.help"));
        }
        return before ->
                before.map(it -> it.withHelp(tried, reached.orElse(null), help.orElse(null)));
    }

    private static Optional<Grade> grade(Form form, String field) {
        return form.readOptional(field, Reading.among(GRADES));
    }

    /** A form that shows what was said so far. */
    static Form filled(Opinion said) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add("satisfaction", said.satisfaction().code());
        if (said.clarity() != null) {
            values.add("comprehension", said.clarity().code());
        }
        if (!said.tried().isEmpty()) {
            values.put("contact_tried", said.tried());
        }
        if (said.reached() != null) {
            values.add("contact_reached", said.reached() ? "oui" : "non");
        }
        if (said.help() != null) {
            values.add("contact_satisfaction", said.help().code());
        }
        values.add("verbatim", said.verbatim());
        return Form.of(values);
    }

    public static List<Option> satisfaction(FormWords say) {
        return Arrays.stream(Satisfaction.values())
                .map(it -> Option.of(it.code(), say.t("avis.satisfaction." + it.code())))
                .toList();
    }

    public static List<Option> clarity(FormWords say) {
        return grades(say, "avis.comprehension.");
    }

    public static List<Option> help(FormWords say) {
        return grades(say, "avis.contact_satisfaction.");
    }

    public static List<Option> reached(FormWords say) {
        return List.of(
                Option.of("oui", say.t("avis.contact_reached.yes")),
                Option.of("non", say.t("avis.contact_reached.no")));
    }

    public static List<Option> tried(FormWords say) {
        return HELP.stream().map(it -> Option.of(it, say.t("avis.contact_tried." + it))).toList();
    }

    private static List<Option> grades(FormWords say, String prefix) {
        return Arrays.stream(Grade.values())
                .map(it -> Option.of(it.code(), say.t(prefix + it.code())))
                .toList();
    }
}
