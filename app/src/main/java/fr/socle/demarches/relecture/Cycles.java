package fr.socle.demarches.relecture;

import fr.socle.demarches.definition.Calcul;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Formule;
import fr.socle.kernel.Parsed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fields that depend on themselves, by conditions and formulas. */
final class Cycles {

    private Cycles() {}

    /** The labels of a shortest cycle through this field, itself at both ends; empty for none. */
    static List<String> through(Definition definition, ChampId id) {
        if (definition.find(id).filter(it -> !reads(it).isEmpty()).isEmpty()) {
            return List.of();
        }
        var champs = new HashMap<ChampId, Champ>();
        definition.everything().forEach(it -> champs.putIfAbsent(it.id(), it));
        var open = new ArrayDeque<List<ChampId>>();
        open.add(List.of(id));
        var seen = new HashSet<ChampId>();
        while (!open.isEmpty()) {
            var path = open.removeFirst();
            var last = champs.get(path.getLast());
            for (var next : last == null ? List.<ChampId>of() : reads(last)) {
                if (next.equals(id)) {
                    return labels(champs, path, id);
                }
                if (seen.add(next)) {
                    var longer = new ArrayList<>(path);
                    longer.add(next);
                    open.add(longer);
                }
            }
        }
        return List.of();
    }

    private static List<ChampId> reads(Champ champ) {
        var conditions =
                Stream.concat(
                                Stream.ofNullable(champ.condition()),
                                Stream.ofNullable(champ.obligation()))
                        .flatMap(Condition::sources);
        var formule =
                champ.type() instanceof Calcul(var text, _, _)
                                && Formule.parse(text) instanceof Parsed.Valid<Formule>(var read)
                        ? read.sources()
                        : Stream.<ChampId>empty();
        return Stream.concat(conditions, formule).distinct().toList();
    }

    private static List<String> labels(Map<ChampId, Champ> champs, List<ChampId> path, ChampId id) {
        return Stream.concat(path.stream(), Stream.of(id))
                .flatMap(it -> Stream.ofNullable(champs.get(it)))
                .map(Champ::label)
                .toList();
    }
}
