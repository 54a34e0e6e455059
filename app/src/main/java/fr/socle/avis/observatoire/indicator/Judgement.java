package fr.socle.avis.observatoire.indicator;

import fr.socle.avis.observatoire.indicator.Opinions.Marks;
import fr.socle.avis.observatoire.listing.OnceOnly;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the twelve indicators of one procedure in what was measured. */
public final class Judgement {

    /** Below this number of opinions the Observatoire shows no mark. */
    public static final long ENOUGH = 100;

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    private final Measures known;
    private final long enough;

    private Judgement(Measures known, long enough) {
        this.known = known;
        this.enough = enough;
    }

    /**
     * @param enough how many opinions a mark needs: {@link #ENOUGH}, one in a demonstration
     */
    public static Map<Indicator, Value> of(Measures known, long enough) {
        var judgement = new Judgement(known, enough);
        var values = new EnumMap<Indicator, Value>(Indicator.class);
        for (var it : Indicator.values()) {
            values.put(it, judgement.value(it));
        }
        return values;
    }

    private Value value(Indicator indicator) {
        return switch (indicator) {
            case ONLINE -> new Value.Said(known.online().word(), online());
            case SATISFACTION -> mark(indicator, known.quarter(), known.quarter().satisfaction());
            case HANDICAP ->
                    known.rgaa() == null ? Value.UNKNOWN : indicator.of(plain(known.rgaa()));
            case DLNUF -> onceOnly();
            case USAGE -> usage();
            case SIMPLICITY -> mark(indicator, known.quarter(), known.quarter().clarity());
            case HELP_REACHABLE ->
                    mark(indicator, known.year(), percentOf(known.year().reachable()));
            case HELP_EFFICIENT -> mark(indicator, known.quarter(), known.quarter().help());
            case HELP_USED ->
                    mark(indicator, known.quarter(), percentOf(known.quarter().autonomy()));
            case UPTIME -> uptime();
            case PERFORMANCE -> loading();
            case AUTH -> signIn();
        };
    }

    private Level online() {
        return switch (known.online()) {
            case OUI, EN_COURS -> Level.GOAL;
            case PARTIEL -> Level.INSUFFICIENT;
            case NON -> Level.CRITICAL;
            case PROACTIVE -> Level.NEUTRAL;
        };
    }

    private Value mark(Indicator indicator, Marks marks, @Nullable BigDecimal mark) {
        if (marks.opinions() == 0) {
            return Value.COMING;
        }
        if (marks.opinions() < enough) {
            return Value.TOO_FEW;
        }
        return mark == null ? Value.COMING : indicator.of(mark);
    }

    private Value onceOnly() {
        return switch (known.onceOnly()) {
            case OnceOnly.Unknown _ -> Value.UNKNOWN;
            case OnceOnly.SansObjet _ -> Value.NOT_APPLICABLE;
            case OnceOnly.Counted(int things) -> Indicator.DLNUF.of(BigDecimal.valueOf(things));
        };
    }

    private Value usage() {
        var all = known.volume();
        var online = known.volumeOnline();
        if (all == null || online == null || all == 0) {
            return Value.UNKNOWN;
        }
        return Indicator.USAGE.of(percent(Math.min(online, all), all, 0, RoundingMode.HALF_UP));
    }

    /** Rounded down: what was away for a minute was not there all the time. */
    private Value uptime() {
        return known.minutesAsked() == 0
                ? Value.COMING
                : Indicator.UPTIME.of(
                        percent(known.minutesUp(), known.minutesAsked(), 2, RoundingMode.DOWN));
    }

    private Value loading() {
        if (known.pages() == 0) {
            return Value.COMING;
        }
        var all = THOUSAND.multiply(BigDecimal.valueOf(known.pages()));
        return Indicator.PERFORMANCE.of(
                BigDecimal.valueOf(known.millis()).divide(all, 2, RoundingMode.HALF_UP));
    }

    private Value signIn() {
        return switch (known.signIn()) {
            case UNKNOWN -> Value.UNKNOWN;
            case SANS_OBJET -> Value.NOT_APPLICABLE;
            case STANDARD, STRONG -> new Value.Said(known.signIn().word(), Level.GOAL);
            case NON -> new Value.Said(known.signIn().word(), Level.CRITICAL);
        };
    }

    private static BigDecimal percent(long part, long all, int scale, RoundingMode rounding) {
        return HUNDRED.multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(all), scale, rounding);
    }

    /** A share of ten, with one decimal, as a whole percentage. */
    private static @Nullable BigDecimal percentOf(@Nullable BigDecimal ofTen) {
        return ofTen == null ? null : ofTen.movePointRight(1).setScale(0, RoundingMode.HALF_UP);
    }

    /** Without zeros that say nothing: 100 and not 100.00. */
    private static BigDecimal plain(BigDecimal number) {
        var bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
