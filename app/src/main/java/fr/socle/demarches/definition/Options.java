package fr.socle.demarches.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answers that a list offers. An option's id is the first text that it had: answers and
 * conditions keep the id, so that an option is renamed without losing any of them.
 */
public record Options(List<Option> all) {

    /**
     * One answer.
     *
     * @param label as people read it today
     * @param details further columns of a table, by their names; mostly none
     */
    public record Option(String id, String label, Map<String, String> details) {

        public Option {
            details = Map.copyOf(details);
        }

        /** One that was never renamed. */
        public static Option of(String text) {
            return new Option(text, text, Map.of());
        }

        public boolean renamed() {
            return !id.equals(label);
        }
    }

    public Options {
        all = List.copyOf(all);
    }

    public static Options of(List<String> labels) {
        return new Options(labels.stream().map(Option::of).toList());
    }

    public List<String> labels() {
        return all.stream().map(Option::label).toList();
    }

    public List<String> ids() {
        return all.stream().map(Option::id).toList();
    }

    public boolean has(String id) {
        return find(id).isPresent();
    }

    public Optional<Option> find(String id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** What people read for an answer: the option's present label, or the answer's own text. */
    public String shown(String chosen) {
        return find(chosen).map(Option::label).orElse(chosen);
    }

    public int size() {
        return all.size();
    }

    /**
     * The same list with these labels. A label that was there keeps its option; when as many stand
     * in the list as before, a new one in the place of one that is gone is its new name.
     */
    public Options relabelled(List<String> labels) {
        var kept = new HashSet<>(labels);
        boolean renames = labels.size() == all.size();
        var made = new ArrayList<Option>();
        var taken = new HashSet<String>();
        var byLabel = new HashSet<>(labels());
        for (int i = 0; i < labels.size(); i++) {
            var label = labels.get(i);
            var option =
                    byLabel.contains(label)
                            ? labelled(label)
                            : renames && !kept.contains(all.get(i).label())
                                    ? renamed(all.get(i), label)
                                    : Option.of(label);
            made.add(taken.add(option.id()) ? option : fresh(label, taken));
        }
        return new Options(made);
    }

    private Option labelled(String label) {
        return all.stream().filter(it -> it.label().equals(label)).findFirst().orElseThrow();
    }

    private static Option renamed(Option option, String label) {
        return new Option(option.id(), label, option.details());
    }

    /** A text that once named another option needs an id of its own; a true double stays one. */
    private static Option fresh(String label, HashSet<String> taken) {
        var id =
                Stream.iterate(2, it -> it + 1)
                        .map(it -> label + " (" + it + ")")
                        .filter(it -> !taken.contains(it))
                        .findFirst()
                        .orElseThrow();
        taken.add(id);
        return new Option(id, label, Map.of());
    }
}
