package fr.socle.avis.words;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;
import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What no opinion keeps, by its form alone; the first rules see the text before the later ones. No
 * repetition stands within another without a bound, so that no text takes long.
 */
public enum Rule {
    EMAIL("courriel", "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,200}\\.\\p{L}{2,24}"),
    IBAN("compte", "\\b[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?\\b"),
    NIR(
            "numéro de sécurité sociale",
            "(?<!\\d)[1-478][ .]?\\d{2}[ .]?\\d{2}[ .]?(?:\\d{2}|2[ab])[ .]?\\d{3}[ .]?\\d{3}(?:[ .]?\\d{2})?(?!\\d)"),
    PHONE(
            "téléphone",
            "(?<!\\d)(?:(?:\\+|00)33[ .-]?(?:\\(0\\) ?)?[1-9]|0[1-9])(?:[ .-]?\\d{2}){4}(?!\\d)"),
    /** Of a dossier, a file, an account: seven digits or more. */
    NUMBER("numéro", "(?<!\\d)\\d(?:[ -]?\\d){6,40}(?!\\d)"),
    ADDRESS(
            "adresse",
            "(?<!\\d)\\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|impasse|route|quai|square)(?: [\\p{L}'’-]{1,30}){1,4}"),
    NAME(
            "nom",
            "\\b(?:M\\.|Mr|Mme|Mlle|Monsieur|Madame|Mademoiselle) \\p{Lu}[\\p{L}'’-]{1,40}(?: \\p{Lu}[\\p{L}'’-]{1,40})?",
            UNICODE_CHARACTER_CLASS),
    INSULT(
            "injure",
            "\\b(?:connards?|connasses?|conn?es?|cons?|salopes?|salauds?|salop(?:ard|erie)s?|encul[ée]e?s?|putes?|putain|merde|abrutie?s?|cr[ée]tine?s?|débiles?|imbéciles?|idiote?s?|pédés?|batards?|bâtards?|b[âa]tardes?)\\b");

    private static final int MOST_CODES = 20;

    private final String marker;
    private final Pattern pattern;

    Rule(String marker, String pattern) {
        this(marker, pattern, CASE_INSENSITIVE | UNICODE_CASE | UNICODE_CHARACTER_CLASS);
    }

    Rule(String marker, String pattern, int flags) {
        this.marker = "[" + marker + "]";
        this.pattern = Pattern.compile(pattern, flags);
    }

    /** As addresses and tables write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what came from outside. */
    public static Optional<Rule> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** Reads several, separated by commas; what is none of them is left out. */
    public static List<Rule> all(String codes) {
        return Arrays.stream(codes.split(",", MOST_CODES)).flatMap(it -> of(it).stream()).toList();
    }

    boolean applies(String text) {
        return pattern.matcher(text).find();
    }

    String masked(String text) {
        return pattern.matcher(text).replaceAll(marker);
    }
}
