package fr.socle.demarches.builder;

import fr.socle.kernel.NormalName;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The short names of procedures in addresses: {@code tarif-restauration-scolaire}. */
final class Slugs {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> SMALL =
            Set.of(
                    "a", "au", "aux", "d", "de", "des", "du", "et", "l", "la", "le", "les", "un",
                    "une");
    private static final int LONGEST = 60;

    private Slugs() {}

    static boolean fits(String slug) {
        return slug.length() <= LONGEST && FORM.matcher(slug).matches();
    }

    /** One that nobody has, made of the words of the title that say something. */
    static String of(String title, Predicate<String> taken) {
        var base = shortened(words(title));
        var slug = base;
        for (int i = 2; taken.test(slug); i++) {
            slug = base + "-" + i;
        }
        return slug;
    }

    private static String words(String title) {
        var normal = NormalName.of(title).value().toLowerCase(Locale.ROOT);
        var kept =
                Stream.of(normal.split(" "))
                        .map(it -> it.replaceAll("[^a-z0-9]", ""))
                        .filter(it -> !it.isEmpty() && !SMALL.contains(it))
                        .collect(Collectors.joining("-"));
        return kept.isEmpty() ? "demarche" : kept;
    }

    private static String shortened(String slug) {
        if (slug.length() <= LONGEST) {
            return slug;
        }
        int end = slug.lastIndexOf('-', LONGEST);
        return slug.substring(0, end > 0 ? end : LONGEST);
    }
}
