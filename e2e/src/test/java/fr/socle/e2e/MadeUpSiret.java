package fr.socle.e2e;

import java.util.concurrent.ThreadLocalRandom;

/** Numbers of establishments that hold, and begin with 999 as those of the demonstration do. */
final class MadeUpSiret {

    private MadeUpSiret() {}

    static String next() {
        var siren = withKey("999" + ThreadLocalRandom.current().nextInt(10_000, 100_000));
        return withKey(siren + "0001");
    }

    /** The same with another last digit: its key no longer holds. */
    static String broken(String siret) {
        int last = siret.length() - 1;
        return siret.substring(0, last) + (siret.charAt(last) - '0' + 1) % 10;
    }

    /** Appends the digit that makes the sum of Luhn a multiple of ten. */
    private static String withKey(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
