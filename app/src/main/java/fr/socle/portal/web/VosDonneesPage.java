package fr.socle.portal.web;

import fr.socle.journal.Kind;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.time.Period;
import java.util.List;

/**
 * What becomes of people's data.
 *
 * @param kinds what was journalled so far
 * @param dpo where to write; empty when the operator did not say
 */
public record VosDonneesPage(List<Kind> kinds, String dpo) implements Page {

    /** The act's label, or its code where its block gave none. */
    public static String label(Frame frame, Kind kind) {
        var key = Kind.labelOf(kind.code());
        return frame.words().has(key) ? frame.t(key) : kind.code();
    }

    /** A term in years, months or days, whichever says it exactly. */
    public static String term(Frame frame, Period period) {
        long months = period.toTotalMonths();
        if (period.getDays() != 0) {
            return frame.t("portal.days", months * 30 + period.getDays());
        }
        return months % 12 == 0
                ? frame.t("portal.years", months / 12)
                : frame.t("portal.months", months);
    }

    /** The text that imposes the term, or that none does. */
    public static String ground(Frame frame, Kind kind) {
        var statute = kind.retention().statute();
        return statute == null ? frame.t("portal.data.free") : statute;
    }
}
