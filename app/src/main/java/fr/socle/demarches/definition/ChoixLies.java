package fr.socle.demarches.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two lists, of which the first decides what the second offers; its answer is a pair. */
public record ChoixLies(List<Branche> branches) implements ChampType {

    /**
     * One answer of the first list.
     *
     * @param options what the second list then offers; may be empty
     */
    public record Branche(String label, List<String> options) {
        public Branche {
            options = List.copyOf(options);
        }
    }

    public ChoixLies {
        branches = List.copyOf(branches);
    }

    public Optional<Branche> branche(String label) {
        return branches.stream().filter(it -> it.label().equals(label)).findFirst();
    }

    /** As its builder writes it: {@code --Bretagne--}, then one line for each of its answers. */
    public static ChoixLies parse(List<String> lines) {
        var reading = new LinkedLines();
        lines.forEach(reading::line);
        return new ChoixLies(reading.branches());
    }

    public List<String> lines() {
        return branches.stream()
                .flatMap(
                        it ->
                                Stream.concat(
                                        Stream.of("--" + it.label() + "--"), it.options().stream()))
                .toList();
    }

    @Override
    public String code() {
        return "choix-lies";
    }
}
