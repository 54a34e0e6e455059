package fr.socle.demarches.definition;

import java.util.List;

/**
 * One setting of a type: enough to write it in a file, to read it again, and to show it on the page
 * of its field. Its label is the message {@code demarches.champ.<label>}, with {@code .hint} below.
 */
public sealed interface Setting {

    /** In files and forms; one word. */
    String name();

    String label();

    /** A whole number. */
    record Whole(String name, String label, int min, int max) implements Setting {}

    /** A whole number of a few, each with the label {@code demarches.<words>.<number>}. */
    record Degree(String name, String label, String words, int max) implements Setting {}

    /** A size in bytes, shown in megabytes. */
    record Bytes(String name, String label, long max) implements Setting {}

    /** A number, or none. */
    record Decimal(String name, String label) implements Setting {}

    /** A day, or none. */
    record Day(String name, String label) implements Setting {}

    record Flag(String name, String label) implements Setting {}

    /** A line, which may be empty. */
    record Line(String name, String label, int max) implements Setting {}

    /** Several lines, which may be empty. */
    record Lines(String name, String label, int max) implements Setting {}

    /** The answers of a list, one per line. */
    record Choices(String name, String label) implements Setting {}

    /** A table: a first line of columns, then one line each, with semicolons. */
    record Table(String name, String label) implements Setting {}

    /** One word among these; each has the label {@code demarches.<words>.<word>}. */
    record OneOf(String name, String label, String words, List<String> among) implements Setting {
        public OneOf {
            among = List.copyOf(among);
        }
    }

    /** Some words among these. */
    record SomeOf(String name, String label, String words, List<String> among) implements Setting {
        public SomeOf {
            among = List.copyOf(among);
        }
    }
}
