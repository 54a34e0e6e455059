package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthDateTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "1962-08-24, 1962-08-24, 1962-08-24, false",
        "1962-08-00, 1962-08-00, 1962-08-01, true",
        "1962-00-00, 1962-00-00, 1962-01-01, true",
        "1962-08, 1962-08-00, 1962-08-01, true",
        "1962, 1962-00-00, 1962-01-01, true",
        "' 2024-02-29 ', 2024-02-29, 2024-02-29, false",
        "2026-03-01, 2026-03-01, 2026-03-01, false",
        "2026-00-00, 2026-00-00, 2026-01-01, true",
        "1850-01-01, 1850-01-01, 1850-01-01, false"
    })
    void whatIsNotKnownStaysUnknown(String typed, String iso, String completed, boolean presumed) {
        var date = BirthDate.parse(typed, TODAY).orThrow();
        assertThat(date.iso()).isEqualTo(iso);
        assertThat(date.completed()).isEqualTo(completed);
        assertThat(date.presumed()).isEqualTo(presumed);
        assertThat(BirthDate.parse(date.iso(), TODAY).orThrow()).isEqualTo(date);
    }

    @Test
    void aPresumedDateCoversEveryDayOnWhichThePersonMayBeBorn() {
        var month = BirthDate.parse("2024-02-00", TODAY).orThrow();
        assertThat(month.earliest()).isEqualTo("2024-02-01");
        assertThat(month.latest()).isEqualTo("2024-02-29");
        assertThat(BirthDate.parse("2023-00-00", TODAY).orThrow().latest()).isEqualTo("2023-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "'', kernel.birthdate.missing",
        "24/08/1962, kernel.birthdate.form",
        "1962-8-24, kernel.birthdate.form",
        "1962-00-24, kernel.birthdate.form",
        "1962-08-24T00:00:00Z, kernel.birthdate.form",
        "1849-12-31, kernel.birthdate.early",
        "0000-00-00, kernel.birthdate.early",
        "2026-03-02, kernel.birthdate.future",
        "2026-04-00, kernel.birthdate.future",
        "2027-00-00, kernel.birthdate.future",
        "2023-02-29, kernel.birthdate.calendar",
        "1962-13-01, kernel.birthdate.calendar",
        "1962-13-00, kernel.birthdate.calendar"
    })
    void aBadOneIsRefusedWithItsReason(String typed, String key) {
        assertThat(Refused.key(BirthDate.parse(typed, TODAY))).isEqualTo(key);
    }

    @Test
    void aDateBefore1850CannotBeBuilt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BirthDate.Day(LocalDate.of(1849, 12, 31)));
    }
}
