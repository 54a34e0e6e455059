package fr.socle.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The mistakes that people make when they copy a number. */
final class Mistakes {

    private Mistakes() {}

    /** Every number that differs from this one by one digit. */
    static List<String> wrongDigits(String number) {
        var wrong = new ArrayList<String>();
        for (int at = 0; at < number.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != number.charAt(at)) {
                    wrong.add(number.substring(0, at) + digit + number.substring(at + 1));
                }
            }
        }
        return wrong;
    }

    /** Every number in which two different neighbours are swapped. */
    static Stream<String> swaps(String number, boolean exceptZeroAndNine) {
        return IntStream.range(0, number.length() - 1)
                .filter(at -> number.charAt(at) != number.charAt(at + 1))
                .filter(at -> !(exceptZeroAndNine && zeroAndNine(number, at)))
                .mapToObj(
                        at ->
                                number.substring(0, at)
                                        + number.charAt(at + 1)
                                        + number.charAt(at)
                                        + number.substring(at + 2));
    }

    private static boolean zeroAndNine(String number, int at) {
        var pair = number.substring(at, at + 2);
        return pair.equals("09") || pair.equals("90");
    }

    /** A valid SIREN that starts with these digits; made up, whoever may bear it. */
    static String sirenWith(int seed) {
        var start = String.format(Locale.ROOT, "%08d", 10_000_019 + seed * 7_919_083L % 89_000_000);
        return IntStream.range(0, 10)
                .mapToObj(check -> start + check)
                .filter(number -> Siren.parse(number) instanceof Parsed.Valid)
                .findFirst()
                .orElseThrow();
    }
}
