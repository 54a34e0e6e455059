package fr.socle.demarches.web.builder;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Condition.Operator;
import fr.socle.demarches.definition.Definition;
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

    private static final BigDecimal FAR = new BigDecimal("999999999999");

    private ConditionForm() {}

    /** The earlier fields that can be compared or at least be filled. */
    static List<Champ> possible(Definition draft, Champ champ) {
        return draft.earlier(champ.id()).stream().filter(it -> it.type().asks()).toList();
    }

    static Optional<Condition> read(Form form, Champ source) {
        var word = form.required("operateur", 40);
        if (word.equals(FILLED)) {
            return Optional.of(new Condition.Filled(source.id()));
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
        return switch (type) {
            case ChampType.OuiNon _, ChampType.CaseACocher _ ->
                    form.read("valeur", Reading::yesNo).map(Valeur.OuiNon::new);
            case ChampType.Nombre _ ->
                    form.read("valeur", Reading.decimal(6, FAR.negate(), FAR))
                            .map(Valeur.Nombre::new);
            case ChampType.Jour _ -> form.readDate("valeur").map(Valeur.Jour::new);
            case ChampType.Choix(var options, _, _) ->
                    form.read("valeur", Reading.among(options)).map(Valeur.Texte::new);
            case ChampType.Adresse _ -> area(form);
            case ChampType.Texte _, ChampType.Email _, ChampType.Telephone _ -> Optional.empty();
            case ChampType.Pieces _, ChampType.Repetition _ -> Optional.empty();
            case ChampType.Titre _, ChampType.Explication _ -> Optional.empty();
        };
    }

    private static Optional<Valeur> area(Form form) {
        var code = form.required("valeur", 5);
        return code.isEmpty() ? Optional.empty() : Optional.of(new Valeur.Texte(code));
    }

    static Condition with(@Nullable Condition present, Condition term) {
        if (present == null) {
            return term;
        }
        var terms = new ArrayList<>(terms(present));
        terms.add(term);
        return present instanceof Condition.Or ? new Condition.Or(terms) : new Condition.And(terms);
    }

    static @Nullable Condition joined(@Nullable Condition present, boolean any) {
        if (present == null || terms(present).size() < 2) {
            return present;
        }
        return any ? new Condition.Or(terms(present)) : new Condition.And(terms(present));
    }

    static @Nullable Condition without(@Nullable Condition present, String rank) {
        if (present == null) {
            return null;
        }
        var left = new ArrayList<Condition>();
        var terms = terms(present);
        for (int i = 0; i < terms.size(); i++) {
            if (!rank.equals(String.valueOf(i))) {
                left.add(terms.get(i));
            }
        }
        if (left.size() < 2) {
            return left.isEmpty() ? null : left.getFirst();
        }
        return present instanceof Condition.Or ? new Condition.Or(left) : new Condition.And(left);
    }

    /** Those of the first level; one that is itself a group counts as one. */
    static List<Condition> terms(@Nullable Condition condition) {
        return switch (condition) {
            case null -> List.of();
            case Condition.And(var inner) -> inner;
            case Condition.Or(var inner) -> inner;
            case Condition.Compare compare -> List.of(compare);
            case Condition.Filled filled -> List.of(filled);
        };
    }
}
