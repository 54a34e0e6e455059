package fr.socle.avis.observatoire.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The twelve indicators of the Observatoire, in its order, under its own names, with its thresholds
 * (« Vos démarches essentielles », version 3).
 */
public enum Indicator {
    ONLINE("online", "Statut_En_ligne", Unit.WORD, null),
    SATISFACTION("satisfaction", "Note_Satisfaction", Unit.OUT_OF_TEN, Scale.atLeast("8", "5")),
    HANDICAP("handicap", "Taux_Audit_RGAA", Unit.PERCENT, Scale.atLeast("100", "50")),
    DLNUF("dlnuf", "Score_DLNUF", Unit.COUNT, Scale.atMost("1", "4")),
    USAGE("usage", "pct_Recours_au_Numerique", Unit.PERCENT, null),
    SIMPLICITY("simplicity", "Note_Clarte_Langage", Unit.OUT_OF_TEN, Scale.atLeast("8", "5")),
    HELP_REACHABLE("help_reachable", "Aide_Joignable", Unit.PERCENT, Scale.atLeast("85", "70")),
    HELP_EFFICIENT("help_efficient", "Aide_Efficace", Unit.OUT_OF_TEN, Scale.atLeast("8", "5")),
    HELP_USED("help_used", "Niveau_Autonomie", Unit.PERCENT, null),
    UPTIME("uptime", "Taux_Dispo", Unit.PERCENT, Scale.atLeast("99.9", "98.5")),
    /** Under 0.4 s is the goal, 0.4 itself is not. */
    PERFORMANCE("performance", "Tps_Moy_Chargement", Unit.SECONDS, Scale.atMost("0.39", "0.80")),
    AUTH("auth", "FranceConnect", Unit.WORD, null);

    /** What a value counts. */
    public enum Unit {
        WORD,
        OUT_OF_TEN,
        PERCENT,
        COUNT,
        SECONDS
    }

    /**
     * Where the levels begin; both bounds belong to the better one.
     *
     * @param rising whether more is better
     */
    public record Scale(boolean rising, BigDecimal goal, BigDecimal insufficient) {

        static Scale atLeast(String goal, String insufficient) {
            return new Scale(true, new BigDecimal(goal), new BigDecimal(insufficient));
        }

        static Scale atMost(String goal, String insufficient) {
            return new Scale(false, new BigDecimal(goal), new BigDecimal(insufficient));
        }

        Level level(BigDecimal value) {
            if (reaches(value, goal)) {
                return Level.GOAL;
            }
            return reaches(value, insufficient) ? Level.INSUFFICIENT : Level.CRITICAL;
        }

        private boolean reaches(BigDecimal value, BigDecimal bound) {
            return rising ? value.compareTo(bound) >= 0 : value.compareTo(bound) <= 0;
        }
    }

    private final String slug;
    private final String column;
    private final Unit unit;
    private final @Nullable Scale scale;

    Indicator(String slug, String column, Unit unit, @Nullable Scale scale) {
        this.slug = slug;
        this.column = column;
        this.unit = unit;
        this.scale = scale;
    }

    /** The Observatoire's name of it, in addresses; its label is {@code avis.indicateur.<slug>}. */
    public String slug() {
        return slug;
    }

    /** Its header in the open data. */
    public String column() {
        return column;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether it has a goal at all. */
    public boolean judged() {
        return scale != null || this == AUTH || this == ONLINE;
    }

    /** The value as it is shown, judged as it is shown. */
    public Value of(BigDecimal shown) {
        return new Value.Measured(shown, scale == null ? Level.NEUTRAL : scale.level(shown));
    }
}
