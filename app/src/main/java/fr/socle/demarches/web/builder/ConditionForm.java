package fr.socle.demarches.web.builder;

import fr.socle.demarches.definition.Calcul;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Comparison;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Condition.Operator;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Offered;
import fr.socle.demarches.definition.Valeur;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One comparison as a form, and the list that several of them make. */
final class ConditionForm {

    static final String FILLED = "rempli";
    static final String EMPTY = "vide";

    private static final BigDecimal FAR = new BigDecimal("999999999999");

    private ConditionForm() {}

    /** The earlier fields that can be compared or at least be filled. */
    static List<Champ> possible(Definition draft, Champ champ) {
        return draft.earlier(champ.id()).stream()
                .filter(it -> it.type().asks() || it.type() instanceof Calcul)
                .toList();
    }

    static Optional<Condition> read(Form form, Champ source) {
        var word = form.required("operateur", 40);
        if (word.equals(FILLED)) {
            return Optional.of(new Condition.Filled(source.id()));
        }
        if (word.equals(EMPTY)) {
            return Optional.of(new Condition.Empty(source.id()));
        }
        var operator = Operator.of(word).filter(it -> Operator.on(source.type()).contains(it));
        if (operator.isEmpty()) {
            form.reject("operateur", Refusal.of("ui.form.choice"));
            return Optional.empty();
        }
        return constant(form, source.type())
                .map(it -> new Condition.Compare(source.id(), operator.get(), it));
    }

    private static Optional<Valeur> constant(Form form, ChampType type) {
        return switch (Comparison.of(type)) {
            case YES_NO -> form.read("valeur", Reading::yesNo).map(Valeur.OuiNon::new);
            case NUMBER ->
                    form.read("valeur", Reading.decimal(6, FAR.negate(), FAR))
                            .map(Valeur.Nombre::new);
            case DAY -> form.readDate("valeur").map(Valeur.Jour::new);
            case OPTION, OPTIONS ->
                    form.read("valeur", Reading.among(Offered.by(type).ids()))
                            .map(Valeur.Texte::new);
            case TEXT -> text(form, 400);
            case CODE, CODE_OF_PLACE -> text(form, 400);
            case PLACE -> area(form);
            case NONE -> Optional.empty();
        };
    }

    private static Optional<Valeur> text(Form form, int max) {
        var text = form.required("valeur", max);
        return text.isEmpty() ? Optional.empty() : Optional.of(new Valeur.Texte(text));
    }

    private static Optional<Valeur> area(Form form) {
        return text(form, 5);
    }

    static Condition with(@Nullable Condition present, Condition term) {
        if (present == null) {
            return term;
        }
        var terms = new ArrayList<>(terms(present));
        terms.add(term);
        return like(present, terms);
    }

    /**
     * Adds to one of the terms: to the group that it is, or to one of the other kind that it
     * becomes.
     *
     * @param rank of the term; one that is not there adds to the whole
     */
    static Condition with(@Nullable Condition present, Condition term, String rank) {
        var terms = new ArrayList<>(terms(present));
        for (int i = 0; i < terms.size(); i++) {
            if (rank.equals(String.valueOf(i))) {
                terms.set(i, grouped(present, terms.get(i), term));
                return terms.size() == 1 ? terms.getFirst() : like(present, terms);
            }
        }
        return with(present, term);
    }

    private static Condition grouped(@Nullable Condition whole, Condition present, Condition term) {
        if (isGroup(present)) {
            return with(present, term);
        }
        var both = List.of(present, term);
        return whole instanceof Condition.Or ? new Condition.And(both) : new Condition.Or(both);
    }

    static boolean isGroup(Condition condition) {
        return condition instanceof Condition.And || condition instanceof Condition.Or;
    }

    private static Condition like(@Nullable Condition whole, List<Condition> terms) {
        return whole instanceof Condition.Or ? new Condition.Or(terms) : new Condition.And(terms);
    }

    static @Nullable Condition joined(@Nullable Condition present, boolean any) {
        if (present == null || terms(present).size() < 2) {
            return present;
        }
        return any ? new Condition.Or(terms(present)) : new Condition.And(terms(present));
    }

    /**
     * @param rank of the term that goes, or of the group and of the term within: {@code 1.0}
     */
    static @Nullable Condition without(@Nullable Condition present, String rank) {
        if (present == null) {
            return null;
        }
        var left = new ArrayList<Condition>();
        var terms = terms(present);
        for (int i = 0; i < terms.size(); i++) {
            if (rank.startsWith(i + ".") && isGroup(terms.get(i))) {
                var inner = without(terms.get(i), rank.substring(rank.indexOf('.') + 1));
                Optional.ofNullable(inner).ifPresent(left::add);
            } else if (!rank.equals(String.valueOf(i))) {
                left.add(terms.get(i));
            }
        }
        if (left.size() < 2) {
            return left.isEmpty() ? null : left.getFirst();
        }
        return like(present, left);
    }

    /** Those of the first level; one that is itself a group counts as one. */
    static List<Condition> terms(@Nullable Condition condition) {
        return switch (condition) {
            case null -> List.of();
            case Condition.And(var inner) -> inner;
            case Condition.Or(var inner) -> inner;
            case Condition.Compare compare -> List.of(compare);
            case Condition.Filled filled -> List.of(filled);
            case Condition.Empty empty -> List.of(empty);
        };
    }
}
