package fr.socle.identity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Golden vectors: two made-up persons of FranceConnect's own test data. */
class LegacySubjectsTests {

    /** The secret of those test data, published with them. */
    private static final String SECRET =
            "9ed64cd3762973c8a5219e0774671940a3550ae1050af86831d613193e825caa";

    private static final String SECTOR =
            "a0cd64372db6ecf39c317c0c74ce90f02d8ad7d510ce054883b759d666a996bc";

    private final LegacySubjects subjects = new LegacySubjects(new LegacySubjectSettings(SECRET));

    private static Map<String, Object> civilStatus(
            String given, String family, String day, String place, String country) {
        return Map.of(
                "given_name", given,
                "family_name", family,
                "birthdate", day,
                "gender", "female",
                "birthplace", place,
                "birthcountry", country);
    }

    @Test
    void theHashOfACivilStatusIsFranceConnects() {
        assertThat(
                        LegacySubjects.identityHash(
                                civilStatus("Jeanne", "DURAND", "1962-08-24", "75107", "99100")))
                .isEqualTo("ieFUFlBzMSDN+mz+DSHCjgmaPbOd2OPRsSP4QbUMvxE=");
    }

    @Test
    void theSubjectIsFranceConnects() {
        assertThat(
                        subjects.of(
                                SECTOR,
                                civilStatus(
                                        "Joëlle Françoise",
                                        "DUBINÔRE",
                                        "1992-08-15",
                                        "75117",
                                        "99100")))
                .isEqualTo("34f4e38b510841db1a83716b981f7298badec51dc52e91af245903b56e2d72bbv1");
    }

    @Test
    void theBirthplaceCountsInFranceOnly() {
        var abroad = civilStatus("Ada", "EXEMPLE", "1990-01-01", "", "99132");
        var withPlace = civilStatus("Ada", "EXEMPLE", "1990-01-01", "75107", "99132");
        var inFrance = civilStatus("Ada", "EXEMPLE", "1990-01-01", "75107", "99100");
        assertThat(subjects.of(SECTOR, withPlace)).isEqualTo(subjects.of(SECTOR, abroad));
        assertThat(subjects.of(SECTOR, inFrance)).isNotEqualTo(subjects.of(SECTOR, abroad));
    }

    @Test
    void withoutItsSecretThereIsNoSubject() {
        var without = new LegacySubjects(new LegacySubjectSettings(""));
        assertThatThrownBy(() -> without.of(SECTOR, Map.of()))
                .hasMessageContaining("socle.identity.franceconnect.sub-secret");
    }
}
