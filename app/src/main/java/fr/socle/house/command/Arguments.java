package fr.socle.house.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind the verb: words, options with their values, flags. */
public final class Arguments {

    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    private Arguments() {}

    /**
     * @throws UsageError for an option that the command does not have, or that lacks its value
     */
    public static Arguments parse(List<String> given, Options known) {
        var arguments = new Arguments();
        for (int i = 0; i < given.size(); i++) {
            var word = given.get(i);
            if (!word.startsWith("--")) {
                arguments.words.add(word);
                continue;
            }
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (known.flags().contains(word)) {
                arguments.add(word, "true");
            } else if (!known.valued().contains(name)) {
                throw new UsageError("l’option " + word + " n’existe pas ici");
            } else if (equals >= 0) {
                arguments.add(name, word.substring(equals + 1));
            } else if (i + 1 < given.size()) {
                arguments.add(name, given.get(++i));
            } else {
                throw new UsageError("l’option " + word + " attend une valeur");
            }
        }
        return arguments;
    }

    public List<String> words() {
        return List.copyOf(words);
    }

    public boolean has(String flag) {
        return options.containsKey(flag);
    }

    /** The option's value; the last one when it was given twice. */
    public Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option)).map(List::getLast);
    }

    public List<String> values(String option) {
        return options.getOrDefault(option, List.of());
    }

    /**
     * @throws UsageError unless it is a whole number between these bounds
     */
    public int number(String option, int otherwise, int min, int max) {
        return value(option).map(text -> number(option, text, min, max)).orElse(otherwise);
    }

    private static int number(String option, String text, int min, int max) {
        try {
            var number = Integer.parseInt(text);
            if (number < min || number > max) {
                throw new UsageError(option + " va de " + min + " à " + max + ", pas " + text);
            }
            return number;
        } catch (NumberFormatException wrong) {
            throw new UsageError(option + " attend un nombre, pas « " + text + " »");
        }
    }

    private void add(String option, String value) {
        options.computeIfAbsent(option, _ -> new ArrayList<>()).add(value);
    }
}
