package fr.socle.avis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expected values worked out by hand from the formulas of Je donne mon avis. */
class IndicatorsTests {

    @Test
    void satisfactionIsTheMeanOfTenFiveAndZero() {
        var some =
                satisfied(
                        Map.of(
                                Satisfaction.GOOD,
                                7L,
                                Satisfaction.MEDIUM,
                                2L,
                                Satisfaction.BAD,
                                2L));
        assertThat(some.satisfactionMark()).contains(new BigDecimal("7.3"));
    }

    @Test
    void aTieIsRoundedUpAndNothingGivesNoMark() {
        var tie =
                satisfied(
                        Map.of(
                                Satisfaction.GOOD,
                                1L,
                                Satisfaction.MEDIUM,
                                1L,
                                Satisfaction.BAD,
                                6L));
        assertThat(tie.satisfactionMark()).as("15 / 8 = 1.875").contains(new BigDecimal("1.9"));
        assertThat(Indicators.none().satisfactionMark()).isEmpty();
        assertThat(Indicators.none().responseRate()).isEmpty();
    }

    @Test
    void clarityAndHelpCountByQuartersOfTen() {
        var grades = Map.of(Grade.VERY_GOOD, 1L, Grade.GOOD, 1L, Grade.VERY_BAD, 1L);
        var some = new Indicators(3, 10, Map.of(), grades, 3, 1, grades, 8, 6);
        assertThat(some.clarityMark()).contains(new BigDecimal("5.8"));
        assertThat(some.helpMark()).contains(new BigDecimal("5.8"));
        assertThat(some.reachable()).contains(new BigDecimal("7.5"));
        assertThat(some.autonomy()).contains(new BigDecimal("7.5"));
        assertThat(some.responseRate()).contains(30L);
    }

    @Test
    void underAHundredOpinionsAMarkMeansLittle() {
        assertThat(new Indicators(99, 0, Map.of(), Map.of(), 0, 0, Map.of(), 0, 0).enough())
                .isFalse();
        assertThat(new Indicators(100, 0, Map.of(), Map.of(), 0, 0, Map.of(), 0, 0).enough())
                .isTrue();
    }

    private static Indicators satisfied(Map<Satisfaction, Long> counts) {
        return new Indicators(11, 0, counts, Map.of(), 0, 0, Map.of(), 0, 0);
    }
}
