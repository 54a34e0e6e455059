package fr.socle.demarches.delai;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.delai.Silence.Sens;
import fr.socle.demarches.delai.Silence.Unite;
import fr.socle.demarches.dossier.Correction.Raison;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day on which silence decides, whatever happened before. */
@NullMarked
class SilenceTests {

    private static final LocalDate LATER = LocalDate.of(2030, 1, 1);

    @ParameterizedTest(name = "{0} + {1} {2} = {3}")
    @CsvSource({
        "2023-05-15, 2, MOIS, 2023-07-16",
        "2023-05-15, 30, JOURS, 2023-06-15",
        "2023-05-15, 8, SEMAINES, 2023-07-11",
        "2023-04-15, 2, MOIS, 2023-06-16",
        // a month that lacks the day ends on its last one
        "2023-12-30, 2, MOIS, 2024-02-29",
        "2022-12-30, 2, MOIS, 2023-02-28",
        "2023-12-31, 2, MOIS, 2024-03-01",
        "2024-02-28, 1, MOIS, 2024-03-29",
        "2024-02-28, 1, JOURS, 2024-03-01",
        "2024-02-29, 12, MOIS, 2025-03-01"
    })
    void withoutCorrectionTheDayAfterTheDepositBeginsThePeriod(
            LocalDate deposited, int period, Unite unit, LocalDate expected) {
        var silence = new Silence(Sens.ACCORD, period, unit, false);
        assertThat(silence.endsOn(deposited, List.of(), LATER)).isEqualTo(expected);
    }

    /** Each correction is {@code asked/resolved/i}: incorrect; {@code c}: incomplete. */
    @ParameterizedTest(name = "{0} [{1}] seen on {2} = {3}")
    @CsvSource({
        "2023-05-15, 05-20/05-25/i, 2023-08-01, 2023-07-22",
        "2023-05-15, 05-20/05-25/i 05-30/06-03/i, 2023-08-01, 2023-07-27",
        "2023-05-15, 05-20/05-25/i 05-30/-/i, 2023-06-05, 2023-07-29",
        "2023-05-15, 05-20/05-25/i 05-30/-/c, 2023-06-05, 2023-08-06",
        "2023-05-15, 05-20/05-25/c, 2023-08-01, 2023-07-26",
        "2023-05-15, 05-20/05-25/c 05-30/06-03/i, 2023-08-01, 2023-07-31",
        // ends of months
        "2023-06-29, 06-30/07-01/i, 2023-10-01, 2023-09-01",
        "2023-07-30, 07-31/08-01/i, 2023-10-01, 2023-10-02",
        "2023-07-31, 08-01/08-02/i, 2023-10-01, 2023-10-03",
        "2023-06-30, 07-01/07-02/i, 2023-10-01, 2023-09-03",
        // asked and answered on the day of the deposit, which does not count anyway
        "2023-05-15, 05-15/05-15/i, 2023-08-01, 2023-07-16",
        // asked again for another reason on the day that began anew: no day counts twice
        "2023-05-15, 05-20/05-22/c 05-22/05-25/i, 2023-08-01, 2023-07-26"
    })
    void theDaysOfCorrectionsAreAddedAndAnIncompleteDossierBeginsAnew(
            LocalDate deposited, String corrections, LocalDate today, LocalDate expected) {
        var silence = new Silence(Sens.REJET, 2, Unite.MOIS, false);
        assertThat(silence.endsOn(deposited, pauses(corrections), today)).isEqualTo(expected);
    }

    @Test
    void whereCorrectionsBeginThePeriodAgainTheLastOneDoes() {
        var silence = new Silence(Sens.ACCORD, 2, Unite.MOIS, true);
        var deposited = LocalDate.of(2023, 5, 15);
        assertThat(silence.endsOn(deposited, pauses("05-20/05-25/i"), LATER))
                .isEqualTo(LocalDate.of(2023, 7, 26));
        assertThat(silence.endsOn(deposited, pauses("05-20/05-25/i 06-01/06-10/i"), LATER))
                .isEqualTo(LocalDate.of(2023, 8, 11));
    }

    private static List<Pause> pauses(String corrections) {
        return Arrays.stream(corrections.split(" ")).map(SilenceTests::pause).toList();
    }

    private static Pause pause(String text) {
        var parts = text.split("/");
        return new Pause(
                parts[2].equals("c") ? Raison.INCOMPLETE : Raison.INCORRECTE,
                LocalDate.parse("2023-" + parts[0]),
                parts[1].equals("-") ? null : LocalDate.parse("2023-" + parts[1]));
    }
}
