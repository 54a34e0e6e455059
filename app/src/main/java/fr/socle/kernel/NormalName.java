package fr.socle.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The form in which two writings of one name are equal: upper case, no accents, one space for any
 * run of spaces, hyphens and apostrophes. For comparison only: names are kept and shown as given.
 *
 * @param value letters and digits separated by single spaces; empty when the name has none
 */
public record NormalName(String value) {

    /** Letters that Unicode does not decompose into a base letter and an accent. */
    private static final Map<Integer, String> LIGATURES =
            Map.of(
                    (int) 'Œ', "OE", (int) 'Æ', "AE", (int) 'Ø', "O", (int) 'Ł', "L", (int) 'Đ',
                    "D", (int) 'Þ', "TH", (int) 'Ð', "D", (int) 'ẞ', "SS", (int) 'ı', "I");

    public NormalName {
        if (!value.equals(normalise(value))) {
            throw new IllegalArgumentException("not in normal form");
        }
    }

    /** The normal form of any name: nothing is refused. */
    public static NormalName of(String name) {
        return new NormalName(normalise(name));
    }

    public static boolean same(String one, String other) {
        return of(one).equals(of(other));
    }

    private static String normalise(String name) {
        var upper = name.toUpperCase(Locale.ROOT);
        var bare = Normalizer.normalize(upper, Normalizer.Form.NFKD);
        return bare.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .mapToObj(NormalName::letter)
                .collect(Collectors.joining())
                .strip()
                .replaceAll(" {2,}", " ");
    }

    private static String letter(int c) {
        var ligature = LIGATURES.get(c);
        if (ligature != null) {
            return ligature;
        }
        return Character.isLetterOrDigit(c) ? Character.toString(c) : " ";
    }
}
