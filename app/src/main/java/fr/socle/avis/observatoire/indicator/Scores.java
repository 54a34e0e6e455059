package fr.socle.avis.observatoire.indicator;

import fr.socle.avis.observatoire.listing.Online;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many procedures of a ministry, an administration or all reach each goal. A value that is not
 * judged counts for nothing, nor does a procedure that cannot be done online.
 *
 * @param demarches how many there are, those that do not count included
 */
public record Scores(int demarches, Map<Indicator, Score> scores) {

    /** What the Observatoire wants of a ministry, in percent. */
    public static final int GOAL = 80;

    /** Those of the radar, in its order. */
    public static final List<Indicator> AXES =
            List.of(
                    Indicator.SATISFACTION,
                    Indicator.HANDICAP,
                    Indicator.DLNUF,
                    Indicator.AUTH,
                    Indicator.SIMPLICITY);

    public Scores {
        scores = Map.copyOf(scores);
    }

    /**
     * @param reached how many reach the goal
     * @param judged out of how many
     */
    public record Score(int reached, int judged) {

        static final Score NONE = new Score(0, 0);

        /** Rounded down, so that 100 means all; 0 when there is nothing to judge. */
        public int percent() {
            return judged == 0 ? 0 : 100 * reached / judged;
        }

        public boolean known() {
            return judged > 0;
        }

        public boolean good() {
            return known() && percent() >= GOAL;
        }

        private Score plus(Value value) {
            return value.judged()
                    ? new Score(reached + (value.level() == Level.GOAL ? 1 : 0), judged + 1)
                    : this;
        }
    }

    public Score of(Indicator indicator) {
        return scores.getOrDefault(indicator, Score.NONE);
    }

    /** All goals together. */
    public Score all() {
        int reached = scores.values().stream().mapToInt(Score::reached).sum();
        return new Score(reached, scores.values().stream().mapToInt(Score::judged).sum());
    }

    public static Scores of(Collection<Map<Indicator, Value>> demarches) {
        var scores = new EnumMap<Indicator, Score>(Indicator.class);
        for (var values : demarches) {
            if (!values.getOrDefault(Indicator.ONLINE, Value.UNKNOWN)
                    .written()
                    .equals(Online.NON.word())) {
                values.forEach(
                        (indicator, value) ->
                                scores.merge(
                                        indicator,
                                        Score.NONE.plus(value),
                                        (before, one) ->
                                                new Score(
                                                        before.reached() + one.reached(),
                                                        before.judged() + one.judged())));
            }
        }
        return new Scores(demarches.size(), scores);
    }
}
