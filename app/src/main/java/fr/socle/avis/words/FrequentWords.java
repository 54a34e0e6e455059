package fr.socle.avis.words;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which words many texts have in common: a hint where to read first, and no more. */
public final class FrequentWords {

    /**
     * @param texts in how many texts it stands
     */
    public record Word(String word, long texts) {}

    private static final int SHORTEST = 4;
    private static final int LEAST = 2;
    private static final int MOST = 12;
    private static final Pattern MARKER = Pattern.compile("\\[[^\\]]{0,40}]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");

    private static final Set<String> SMALL =
            Set.of(
                    "alors",
                    "aussi",
                    "autre",
                    "avait",
                    "avant",
                    "avec",
                    "avoir",
                    "beaucoup",
                    "bien",
                    "cela",
                    "cette",
                    "chez",
                    "comme",
                    "dans",
                    "depuis",
                    "donc",
                    "elle",
                    "encore",
                    "entre",
                    "était",
                    "être",
                    "faire",
                    "fait",
                    "leur",
                    "mais",
                    "même",
                    "merci",
                    "moins",
                    "nous",
                    "parce",
                    "plus",
                    "pour",
                    "pourquoi",
                    "quand",
                    "sans",
                    "sont",
                    "sous",
                    "suis",
                    "tout",
                    "toute",
                    "toutes",
                    "tous",
                    "très",
                    "trop",
                    "votre",
                    "vous",
                    "with",
                    "that",
                    "this",
                    "have",
                    "from",
                    "very");

    private FrequentWords() {}

    /** What stands for something masked is nobody's word. */
    private static String plain(String text) {
        return MARKER.matcher(text).replaceAll(" ").toLowerCase(Locale.FRENCH);
    }

    public static List<Word> of(List<String> texts) {
        return texts.stream()
                .flatMap(
                        it ->
                                NO_WORD.splitAsStream(plain(it))
                                        .filter(word -> word.length() >= SHORTEST)
                                        .filter(word -> !SMALL.contains(word))
                                        .distinct())
                .collect(groupingBy(it -> it, counting()))
                .entrySet()
                .stream()
                .filter(it -> it.getValue() >= LEAST)
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(it -> new Word(it.getKey(), it.getValue()))
                .toList();
    }
}
