package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.Comparison;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Condition.Operator;
import fr.socle.demarches.definition.Offered;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a field is shown, or demanded.
 *
 * @param rule which of the two
 * @param group rank of the term to which a comparison is added; empty: to the whole
 * @param possible the questions that may decide
 * @param source the one that was chosen for a new comparison; null: none yet
 */
public record ConditionPage(
        Demarche demarche,
        Champ champ,
        Rule rule,
        String group,
        List<Champ> possible,
        @Nullable Champ source,
        Form form,
        boolean stale)
        implements Page {

    /** Which of a field's two conditions. */
    public enum Rule {
        CONDITION,
        OBLIGATION;

        static Rule of(String word) {
            return word.equals(OBLIGATION.word()) ? OBLIGATION : CONDITION;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Nullable Condition of(Champ champ) {
            return this == CONDITION ? champ.condition() : champ.obligation();
        }

        Champ with(Champ champ, @Nullable Condition condition) {
            return this == CONDITION
                    ? champ.withCondition(condition)
                    : champ.withObligation(condition);
        }
    }

    public long version() {
        return Shown.version(form, demarche.fiche().version(), stale);
    }

    public String action() {
        return BuilderDesk.base(demarche) + "/champs/" + champ.id() + "/condition";
    }

    public List<Condition> terms() {
        return ConditionForm.terms(rule.of(champ));
    }

    /** The comparisons of a group; none of what is no group. */
    public static List<Condition> within(Condition term) {
        return ConditionForm.isGroup(term) ? ConditionForm.terms(term) : List.of();
    }

    /** The same page, which adds to this term. */
    public String href(int term) {
        return action() + "?pour=" + rule.word() + "&groupe=" + term;
    }

    public String key(String end) {
        return "demarches." + rule.word() + "." + end;
    }

    public boolean any() {
        return rule.of(champ) instanceof Condition.Or;
    }

    public List<Option> questions(Frame frame) {
        return possible.stream()
                .map(it -> Option.of(it.id().value(), Labels.label(frame, it)))
                .toList();
    }

    public List<Option> operators(Frame frame) {
        var options = new ArrayList<Option>();
        if (source != null) {
            Operator.on(source.type())
                    .forEach(
                            it ->
                                    options.add(
                                            Option.of(
                                                    it.code(),
                                                    frame.t("demarches.operator." + it.code()))));
        }
        for (var word : List.of(ConditionForm.FILLED, ConditionForm.EMPTY)) {
            options.add(Option.of(word, frame.t("demarches.operator." + word)));
        }
        return options;
    }

    /** The answers of a list, to choose among; empty for other types. */
    public List<Option> answers() {
        return source == null
                ? List.of()
                : Offered.by(source.type()).all().stream()
                        .map(it -> Option.of(it.id(), it.label()))
                        .toList();
    }

    /** {@code yes-no}, {@code date}, {@code choice}, {@code number}, {@code area}… or nothing. */
    public String constant() {
        if (source == null) {
            return "";
        }
        return switch (Comparison.of(source.type())) {
            case YES_NO -> "yes-no";
            case DAY -> "date";
            case OPTION, OPTIONS -> "choice";
            case NUMBER -> "number";
            case PLACE -> "area";
            case TEXT -> "text";
            case CODE -> answers().isEmpty() ? "code" : "choice";
            case CODE_OF_PLACE -> "code";
            case NONE -> "";
        };
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }
}
