package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import java.util.List;
import java.util.Optional;

/** What is wrong with a formula, given the fields before it. */
final class CalculCheck {

    private final Definition definition;
    private final Faults faults;
    private final List<Champ> earlier;

    private CalculCheck(Definition definition, Champ champ) {
        this.definition = definition;
        this.faults = new Faults(champ, false);
        this.earlier = definition.earlier(champ.id());
    }

    /** Nothing for a formula that cannot be read: its type says so already. */
    static List<Problem> check(Definition definition, Champ champ) {
        if (!(champ.type() instanceof Calcul(var text, _, _))
                || !(Formule.parse(text) instanceof Parsed.Valid<Formule>(var formule))) {
            return List.of();
        }
        var check = new CalculCheck(definition, champ);
        check.check(formule, false);
        return check.faults.problems();
    }

    private void check(Formule formule, boolean day) {
        switch (formule) {
            case Formule.Constante _ -> {}
            case Formule.Reponse(var champ) -> source(champ, day);
            case Formule.Colonne(var bloc, var champ) -> column(bloc, champ);
            case Formule.Operation(_, var left, var right) -> {
                check(left, false);
                check(right, false);
            }
            case Formule.Appel(var fonction, var arguments) -> {
                if (fonction == Formule.Fonction.NOMBRE) {
                    arguments.forEach(it -> it.sources().forEach(this::block));
                } else {
                    arguments.forEach(it -> check(it, fonction.ofDays()));
                }
            }
        }
    }

    private void source(ChampId id, boolean day) {
        known(id)
                .filter(
                        it ->
                                Kinds.of(it.type()).comparison(it.type())
                                        != (day ? Comparison.DAY : Comparison.NUMBER))
                .ifPresent(
                        it ->
                                faults.refuse(
                                        true,
                                        "formule",
                                        day ? "formule.day" : "formule.number",
                                        it.label()));
    }

    private void column(ChampId bloc, ChampId id) {
        block(bloc);
        var child =
                definition.find(bloc).stream()
                        .flatMap(it -> Definition.children(it).stream())
                        .filter(it -> it.id().equals(id))
                        .findFirst();
        faults.refuse(child.isEmpty(), "formule", "formule.missing", id);
        child.filter(it -> Kinds.of(it.type()).comparison(it.type()) != Comparison.NUMBER)
                .ifPresent(it -> faults.refuse(true, "formule", "formule.number", it.label()));
    }

    private void block(ChampId id) {
        known(id)
                .filter(it -> !(it.type() instanceof ChampType.Repetition))
                .ifPresent(it -> faults.refuse(true, "formule", "formule.block", it.label()));
    }

    private Optional<Champ> known(ChampId id) {
        var found = earlier.stream().filter(it -> it.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            var later = definition.find(id);
            faults.refuse(later.isEmpty(), "formule", "formule.missing", id);
            later.ifPresent(it -> faults.refuse(true, "formule", "formule.later", it.label()));
        }
        return found;
    }
}
