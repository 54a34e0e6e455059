package fr.socle.house.command;

import java.util.Set;

/**
 * The options of a command.
 *
 * @param valued those that a value follows, each with its dashes
 * @param flags those that stand alone
 */
public record Options(Set<String> valued, Set<String> flags) {

    public static final Options NONE = new Options(Set.of(), Set.of());

    public static Options valued(String... names) {
        return new Options(Set.of(names), Set.of());
    }

    public Options withFlags(String... names) {
        return new Options(valued, Set.of(names));
    }

    /** These options and those of the other set. */
    public Options and(Options other) {
        return new Options(union(valued, other.valued), union(flags, other.flags));
    }

    private static Set<String> union(Set<String> one, Set<String> two) {
        var both = new java.util.TreeSet<>(one);
        both.addAll(two);
        return Set.copyOf(both);
    }
}
