package fr.socle.identity.partner.check;

import fr.socle.kernel.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where an address differs from the registered one that is most like it. Addresses are compared
 * character by character, so that a person who looks at both needs to be shown where.
 *
 * @param registered the most alike of those registered
 * @param position of the first character that differs, from 1
 * @param sent that character, or empty at the end
 * @param expected what stands there in the registered address, or empty at its end
 */
public record Difference(
        String registered, String given, int position, String sent, String expected) {

    private static final int SHOWN = 12;

    /** Empty when nothing is registered. */
    public static Optional<Difference> of(String given, List<String> registered) {
        return registered.stream()
                .min(Comparator.comparingInt(it -> distance(it, given)))
                .map(it -> between(it, given));
    }

    private static Difference between(String registered, String given) {
        int at = 0;
        while (at < Math.min(registered.length(), given.length())
                && registered.charAt(at) == given.charAt(at)) {
            at++;
        }
        return new Difference(
                registered, given, at + 1, character(given, at), character(registered, at));
    }

    private static String character(String text, int at) {
        return at >= text.length() ? "" : Character.toString(text.codePointAt(at));
    }

    /** In words: a usual slip by its name, else the character and what surrounds it. */
    public Refusal told() {
        var slip = slip();
        if (slip != null) {
            return Refusal.of("identity.check.difference." + slip, registered);
        }
        if (sent.isEmpty()) {
            return Refusal.of(
                    "identity.check.difference.short", registered, position, rest(registered));
        }
        return expected.isEmpty()
                ? Refusal.of("identity.check.difference.long", registered, position, rest(given))
                : Refusal.of(
                        "identity.check.difference.character",
                        registered,
                        position,
                        sent,
                        expected);
    }

    private @org.jspecify.annotations.Nullable String slip() {
        if (given.equals(registered + "/")) {
            return "slash-more";
        }
        if (registered.equals(given + "/")) {
            return "slash-less";
        }
        if (given.strip().equals(registered)) {
            return "blank";
        }
        if (given.replaceFirst("^http:", "https:").equals(registered)) {
            return "http";
        }
        if (given.equalsIgnoreCase(registered)) {
            return "case";
        }
        return decoded(given).equals(registered) ? "encoded-twice" : null;
    }

    private static String decoded(String text) {
        try {
            return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private String rest(String text) {
        return text.substring(position - 1, Math.min(text.length(), position - 1 + SHOWN));
    }

    /** Insertions, deletions and substitutions (Levenshtein). */
    private static int distance(String one, String other) {
        var above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var line = new int[other.length() + 1];
            line[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                line[j] = Math.min(Math.min(line[j - 1], above[j]) + 1, above[j - 1] + change);
            }
            above = line;
        }
        return above[other.length()];
    }
}
