package fr.socle.avis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expected values worked out by hand from the formulas of Je donne mon avis. */
class TallyTests {

    @Test
    void satisfactionIsTheMeanOfTenFiveAndZero() {
        var said =
                new Tally(
                        Map.of(
                                Count.SATISFACTION_GOOD, 7L,
                                Count.SATISFACTION_MEDIUM, 2L,
                                Count.SATISFACTION_BAD, 2L));
        assertThat(said.satisfactionMark()).as("80 / 11").contains(new BigDecimal("7.3"));
    }

    @Test
    void aTieGoesUp() {
        var said =
                new Tally(
                        Map.of(
                                Count.SATISFACTION_GOOD, 1L,
                                Count.SATISFACTION_MEDIUM, 3L,
                                Count.SATISFACTION_BAD, 16L));
        assertThat(said.satisfactionMark()).as("25 / 20 = 1.25").contains(new BigDecimal("1.3"));
    }

    @Test
    void clarityAndHelpCountByQuartersOfTen() {
        var said =
                new Tally(
                        Map.of(
                                Count.COMPREHENSION_VERY_GOOD, 1L,
                                Count.COMPREHENSION_GOOD, 1L,
                                Count.COMPREHENSION_VERY_BAD, 1L,
                                Count.HELP_MEDIUM, 1L,
                                Count.HELP_BAD, 1L));
        assertThat(said.clarityMark()).as("17.5 / 3").contains(new BigDecimal("5.8"));
        assertThat(said.helpMark()).as("7.5 / 2 = 3.75").contains(new BigDecimal("3.8"));
    }

    @Test
    void helpThatNobodyGaveCountsAsZeroInTheOlderMark() {
        var said = new Tally(Map.of(Count.HELP_VERY_GOOD, 3L, Count.NOT_REACHED, 1L));
        assertThat(said.helpMark()).contains(new BigDecimal("10.0"));
        assertThat(said.helpAsked()).as("30 / 4").contains(new BigDecimal("7.5"));
    }

    @Test
    void reachableAndAutonomyAreSharesOfTen() {
        var said =
                new Tally(
                        Map.of(
                                Count.REACHED, 17L,
                                Count.NOT_REACHED, 3L,
                                Count.TRIED, 8L,
                                Count.ALONE, 6L));
        assertThat(said.reachable()).as("85 %").contains(new BigDecimal("8.5"));
        assertThat(said.autonomy()).contains(new BigDecimal("7.5"));
    }

    @Test
    void nothingSaidGivesNoMark() {
        assertThat(Tally.NONE.satisfactionMark()).isEmpty();
        assertThat(Tally.NONE.clarityMark()).isEmpty();
        assertThat(Tally.NONE.reachable()).isEmpty();
        assertThat(Tally.NONE.helpMark()).isEmpty();
        assertThat(Tally.NONE.helpAsked()).isEmpty();
        assertThat(Tally.NONE.autonomy()).isEmpty();
    }

    @Test
    void aHundredOpinionsAreEnough() {
        assertThat(new Tally(Map.of(Count.OPINIONS, 99L)).enough()).isFalse();
        assertThat(new Tally(Map.of(Count.OPINIONS, 100L)).enough()).isTrue();
    }

    @Test
    void whatWasAddedCanBeTakenAway() {
        var one = new Tally(Map.of(Count.OPINIONS, 1L, Count.SATISFACTION_BAD, 1L));
        var two = new Tally(Map.of(Count.OPINIONS, 2L, Count.REACHED, 1L));
        assertThat(one.plus(two).minus(two)).isEqualTo(one);
        assertThat(one.minus(one)).isEqualTo(Tally.NONE);
    }
}
