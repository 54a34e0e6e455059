package fr.socle.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

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

    static String normalise(String name) {
        // because some letters decompose only in upper case, and some only into lower case
        var upper = decomposed(decomposed(name).toUpperCase(Locale.ROOT));
        var normal = new StringBuilder(upper.length());
        upper.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> append(normal, c));
        return normal.toString().stripTrailing();
    }

    private static String decomposed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD);
    }

    private static void append(StringBuilder normal, int c) {
        var ligature = LIGATURES.get(c);
        if (ligature != null) {
            normal.append(ligature);
        } else if (Character.isLetterOrDigit(c)) {
            normal.appendCodePoint(c);
        } else if (!normal.isEmpty() && normal.charAt(normal.length() - 1) != ' ') {
            normal.append(' ');
        }
    }
}
