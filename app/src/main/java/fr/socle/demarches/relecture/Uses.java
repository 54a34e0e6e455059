package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Calcul;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Formule;
import fr.socle.kernel.Parsed;
import java.util.stream.Stream;

/** Who reads a field. */
final class Uses {

    private Uses() {}

    static boolean inCondition(Definition definition, ChampId id) {
        return definition
                .everything()
                .flatMap(
                        it ->
                                Stream.concat(
                                        Stream.ofNullable(it.condition()),
                                        Stream.ofNullable(it.obligation())))
                .flatMap(Condition::sources)
                .anyMatch(id::equals);
    }

    /** In a condition or in a formula. */
    static boolean any(Definition definition, ChampId id) {
        return inCondition(definition, id)
                || definition.everything().anyMatch(it -> computes(it, id));
    }

    private static boolean computes(Champ champ, ChampId id) {
        return champ.type() instanceof Calcul(var text, _, _)
                && Formule.parse(text) instanceof Parsed.Valid<Formule>(var formule)
                && formule.sources().anyMatch(id::equals);
    }
}
