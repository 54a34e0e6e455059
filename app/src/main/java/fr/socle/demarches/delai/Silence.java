package fr.socle.demarches.delai;

import fr.socle.demarches.dossier.Correction.Raison;
import java.time.LocalDate;
import java.util.List;

/**
 * What the silence of the administration means, and after how long (CRPA, art. L. 231-1 and L.
 * 231-4).
 *
 * @param period at least 1
 * @param restarts whether any correction begins the period again; else it only stops it, unless the
 *     dossier was incomplete (CRPA, art. L. 114-5)
 */
public record Silence(Sens sens, int period, Unite unit, boolean restarts) {

    /** The longest of any unit. */
    public static final int LONGEST = 730;

    /** What silence means. */
    public enum Sens {
        ACCORD("accord"),
        REJET("rejet");

        private final String code;

        Sens(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** In what the period is counted; the label is the message {@code demarches.unite.<code>}. */
    public enum Unite {
        JOURS("jours"),
        SEMAINES("semaines"),
        MOIS("mois");

        private final String code;

        Unite(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /**
         * @throws IllegalArgumentException for a code that no unit has
         */
        static Unite of(String code) {
            for (var unit : values()) {
                if (unit.code.equals(code)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException("no unit " + code);
        }

        /** A month ends on its last day when it lacks the day. */
        private LocalDate after(LocalDate start, int period) {
            return switch (this) {
                case JOURS -> start.plusDays(period);
                case SEMAINES -> start.plusWeeks(period);
                case MOIS -> start.plusMonths(period);
            };
        }
    }

    /**
     * The first day on which silence has decided. The day of the deposit does not count; the days
     * of corrections are added; an incomplete dossier counts as deposited when it was completed.
     * The rule is that of demarches-simplifiees.
     *
     * @param today until which a correction that is awaited is counted
     */
    public LocalDate endsOn(LocalDate deposited, List<Pause> pauses, LocalDate today) {
        var start =
                pauses.stream()
                        .filter(it -> restarts || it.reason() == Raison.INCOMPLETE)
                        .map(it -> it.until(today))
                        .reduce(deposited, (a, b) -> a.isAfter(b) ? a : b)
                        .plusDays(1);
        var waited = pauses.stream().mapToLong(it -> it.daysSince(start, today)).sum();
        return unit.after(start, period).plusDays(waited);
    }
}
