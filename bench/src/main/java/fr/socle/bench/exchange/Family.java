package fr.socle.bench.exchange;

import fr.socle.kernel.BirthDate;
import fr.socle.kernel.BirthPlace;
import fr.socle.kernel.CodeCommune;
import fr.socle.kernel.Gender;
import fr.socle.kernel.IdentitePivot;
import java.time.LocalDate;

/**
 * A made-up person.
 *
 * @param number each has their own day of birth and name
 */
record Family(int number) {

    private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
    private static final int DAYS = 15_000;
    private static final int LETTERS = 26;

    IdentitePivot identity() {
        return new IdentitePivot(
                "Ariane",
                name(),
                new BirthDate.Day(birth()),
                Gender.FEMALE,
                new BirthPlace.InFrance(new CodeCommune("33063")));
    }

    /** As API Particulier takes it. */
    String query() {
        var birth = birth();
        return "nomNaissance=%s&prenoms%%5B%%5D=Ariane&anneeDateNaissance=%d&moisDateNaissance=%d&jourDateNaissance=%d&sexeEtatCivil=F&codeCogInseePaysNaissance=99100&codeCogInseeCommuneNaissance=33063"
                .formatted(name(), birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth());
    }

    private LocalDate birth() {
        return FIRST.plusDays(number % DAYS);
    }

    private String name() {
        var letters = new StringBuilder("Fictif");
        for (int left = number; left > 0; left /= LETTERS) {
            letters.append((char) ('a' + left % LETTERS));
        }
        return letters.toString();
    }
}
