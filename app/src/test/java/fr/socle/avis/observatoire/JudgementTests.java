package fr.socle.avis.observatoire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.avis.Split;
import fr.socle.avis.observatoire.indicator.Indicator;
import fr.socle.avis.observatoire.indicator.Judgement;
import fr.socle.avis.observatoire.indicator.Level;
import fr.socle.avis.observatoire.indicator.Measures;
import fr.socle.avis.observatoire.indicator.Opinions.Marks;
import fr.socle.avis.observatoire.indicator.Scores;
import fr.socle.avis.observatoire.indicator.Value;
import fr.socle.avis.observatoire.listing.OnceOnly;
import fr.socle.avis.observatoire.listing.Online;
import fr.socle.avis.observatoire.listing.SignIn;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The thresholds of the Observatoire, on both sides of each. */
class JudgementTests {

    @ParameterizedTest
    @CsvSource({
        "SATISFACTION,8.0,GOAL",
        "SATISFACTION,7.9,INSUFFICIENT",
        "SATISFACTION,5.0,INSUFFICIENT",
        "SATISFACTION,4.9,CRITICAL",
        "HANDICAP,100,GOAL",
        "HANDICAP,99.99,INSUFFICIENT",
        "HANDICAP,50,INSUFFICIENT",
        "HANDICAP,49.99,CRITICAL",
        "DLNUF,0,GOAL",
        "DLNUF,1,GOAL",
        "DLNUF,2,INSUFFICIENT",
        "DLNUF,4,INSUFFICIENT",
        "DLNUF,5,CRITICAL",
        "USAGE,3,NEUTRAL",
        "SIMPLICITY,8.0,GOAL",
        "SIMPLICITY,4.9,CRITICAL",
        "HELP_REACHABLE,85,GOAL",
        "HELP_REACHABLE,84,INSUFFICIENT",
        "HELP_REACHABLE,70,INSUFFICIENT",
        "HELP_REACHABLE,69,CRITICAL",
        "HELP_EFFICIENT,8.0,GOAL",
        "HELP_EFFICIENT,7.9,INSUFFICIENT",
        "HELP_USED,12,NEUTRAL",
        "UPTIME,99.90,GOAL",
        "UPTIME,99.89,INSUFFICIENT",
        "UPTIME,98.50,INSUFFICIENT",
        "UPTIME,98.49,CRITICAL",
        "PERFORMANCE,0.39,GOAL",
        "PERFORMANCE,0.40,INSUFFICIENT",
        "PERFORMANCE,0.80,INSUFFICIENT",
        "PERFORMANCE,0.81,CRITICAL"
    })
    void aNumberHasTheBestLevelThatItReaches(Indicator indicator, String number, Level level) {
        assertThat(indicator.of(new BigDecimal(number)).level()).isEqualTo(level);
    }

    @Test
    void wordsAreJudgedToo() {
        assertThat(value(Indicator.ONLINE, Online.EN_COURS).level()).isEqualTo(Level.GOAL);
        assertThat(value(Indicator.ONLINE, Online.PARTIEL).level()).isEqualTo(Level.INSUFFICIENT);
        assertThat(value(Indicator.ONLINE, Online.NON).level()).isEqualTo(Level.CRITICAL);
        assertThat(value(Indicator.ONLINE, Online.PROACTIVE).level()).isEqualTo(Level.NEUTRAL);
        assertThat(value(judged(measures(Online.OUI, marks(0))), Indicator.AUTH))
                .isEqualTo(new Value.Said("FranceConnect+", Level.GOAL));
    }

    @Test
    void under100OpinionsNoMarkIsShown() {
        assertThat(value(judged(measures(Online.OUI, marks(0))), Indicator.SATISFACTION))
                .isEqualTo(Value.COMING);
        assertThat(value(judged(measures(Online.OUI, marks(99))), Indicator.SATISFACTION))
                .isEqualTo(Value.TOO_FEW);
        assertThat(
                        value(judged(measures(Online.OUI, marks(100))), Indicator.SATISFACTION)
                                .written())
                .isEqualTo("7.5");
        assertThat(value(judged(measures(Online.OUI, marks(99))), Indicator.HELP_REACHABLE))
                .isEqualTo(Value.TOO_FEW);
    }

    @Test
    void whatWasAwayForAMinuteWasNotAlwaysThere() {
        var values = judged(measures(Online.OUI, marks(0)));
        assertThat(value(values, Indicator.UPTIME).written())
                .as("129 599 of 129 600 minutes is 99.9992 %")
                .isEqualTo("99.99");
        assertThat(value(values, Indicator.PERFORMANCE).written())
                .as("1 200 ms for 7 pages is 171 ms")
                .isEqualTo("0.17");
        assertThat(value(values, Indicator.USAGE).written()).isEqualTo("67");
    }

    @Test
    void aScoreLeavesOutWhatIsNotJudgedAndWhatIsNotOnline() {
        var good = judged(measures(Online.OUI, marks(100)));
        var few = judged(measures(Online.OUI, marks(99)));
        var offline = judged(measures(Online.NON, marks(100)));
        var scores = Scores.of(List.of(good, few, offline));
        assertThat(scores.demarches()).isEqualTo(3);
        assertThat(scores.of(Indicator.SATISFACTION)).isEqualTo(new Scores.Score(0, 1));
        assertThat(scores.of(Indicator.AUTH)).isEqualTo(new Scores.Score(2, 2));
        assertThat(scores.of(Indicator.USAGE).known()).isFalse();
        assertThat(new Scores.Score(4, 5).good()).isTrue();
        assertThat(new Scores.Score(79, 100).good()).isFalse();
    }

    private static Value value(Map<Indicator, Value> values, Indicator indicator) {
        return values.getOrDefault(indicator, Value.UNKNOWN);
    }

    private static Value value(Indicator indicator, Online online) {
        return value(judged(measures(online, marks(0))), indicator);
    }

    private static Map<Indicator, Value> judged(Measures measures) {
        return Judgement.of(measures, Judgement.ENOUGH);
    }

    private static Marks marks(long opinions) {
        var mark = new BigDecimal("7.5");
        return new Marks(
                opinions, 0, mark, mark, mark, mark, mark, List.of(), List.of(), Split.NONE);
    }

    private static Measures measures(Online online, Marks marks) {
        return new Measures(
                online,
                SignIn.STRONG,
                new OnceOnly.Counted(0),
                marks,
                marks,
                null,
                3L,
                2L,
                129_600,
                129_599,
                7,
                1200);
    }
}
