package fr.socle.demarches.definition;

import fr.socle.kernel.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Runs the cases of a form. */
public final class Essais {

    private final Definition definition;
    private final Essai essai;
    private final Map<ChampId, Valeur> seen;
    private final List<Refusal> failures = new ArrayList<>();

    private Essais(Definition definition, Essai essai) {
        this.definition = definition;
        this.essai = essai;
        this.seen = Visibility.counting(definition, essai.reponses());
    }

    /** What this case expects and does not find; empty when it holds. */
    public static List<Refusal> failures(Definition definition, Essai essai) {
        var run = new Essais(definition, essai);
        run.run();
        return List.copyOf(run.failures);
    }

    /** A case that expects what happens today with these answers. */
    public static Essai recorded(
            Definition definition, String name, Map<ChampId, Valeur> reponses) {
        var seen = Visibility.counting(definition, reponses);
        var shown = Visibility.visible(definition, reponses);
        var roots = definition.champs().stream().map(Champ::id).collect(Collectors.toSet());
        roots.removeAll(shown);
        var demanded =
                definition.champs().stream()
                        .filter(it -> shown.contains(it.id()))
                        .filter(it -> Visibility.settled(it, seen).mandatory())
                        .map(Champ::id)
                        .collect(Collectors.toSet());
        var results = new LinkedHashMap<ChampId, String>();
        for (var champ : definition.champs()) {
            var value = champ.type() instanceof Calcul ? seen.get(champ.id()) : null;
            if (value != null) {
                results.put(champ.id(), line(value));
            }
        }
        return new Essai(name, reponses, shown, roots, demanded, results);
    }

    private void run() {
        var visible = Visibility.visible(definition, essai.reponses());
        each(essai.reponses().keySet(), it -> true, "gone");
        each(essai.shown(), visible::contains, "shown");
        each(essai.hidden(), it -> !visible.contains(it), "hidden");
        each(essai.demanded(), it -> visible.contains(it) && demanded(it), "demanded");
        essai.results().forEach(this::result);
    }

    private boolean demanded(ChampId id) {
        return definition
                .find(id)
                .filter(it -> Visibility.settled(it, seen).mandatory())
                .isPresent();
    }

    private void each(Set<ChampId> ids, Predicate<ChampId> holds, String key) {
        for (var id : new TreeSet<>(ids)) {
            var champ = definition.find(id);
            if (champ.isEmpty()) {
                fail("gone", id.value());
            } else if (!holds.test(id)) {
                fail(key, champ.get().label());
            }
        }
    }

    private void result(ChampId id, String expected) {
        var value = seen.get(id);
        var found = value == null ? "" : line(value);
        if (!found.equals(expected)) {
            fail("result", label(id), expected, found.isEmpty() ? "–" : found);
        }
    }

    private String label(ChampId id) {
        return definition.find(id).map(Champ::label).orElse(id.value());
    }

    private static String line(Valeur value) {
        return Shown.line(value, "", "");
    }

    private void fail(String key, Object... arguments) {
        var told = new ArrayList<Object>(List.of(essai.name()));
        told.addAll(List.of(arguments));
        failures.add(Refusal.of("demarches.check.essai." + key, told.toArray()));
    }
}
