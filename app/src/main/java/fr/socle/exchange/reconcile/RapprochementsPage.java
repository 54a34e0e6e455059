package fr.socle.exchange.reconcile;

import fr.socle.exchange.ExchangeRights;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The days that were compared, the latest first.
 *
 * @param names of habilitations
 * @param sets codes of the data sets whose providers may get a token
 */
public record RapprochementsPage(
        Form form, List<Day> days, Map<UUID, String> names, List<String> sets) implements Page {

    /** One day and its counts. */
    public record Day(LocalDate day, List<Line> lines) {

        public long differing() {
            return lines.stream().filter(Line::differs).count();
        }
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    public boolean issues(Frame frame) {
        return frame.visitor().holds(ExchangeRights.OPERATE);
    }

    public List<Option> options(Frame frame) {
        return sets.stream().map(it -> Option.of(it, dataSet(frame, it))).toList();
    }

    /** With whom the gateway compares, and about what. */
    public String about(Frame frame, Line line) {
        var set = dataSet(frame, line.dataSet());
        var habilitation = line.habilitation();
        return habilitation == null
                ? set
                : frame.t(
                        "exchange.rapprochement.about", set, names.getOrDefault(habilitation, ""));
    }

    public static String dataSet(Frame frame, String code) {
        var key = "exchange.dataset." + code;
        return frame.words().has(key) ? frame.t(key) : code;
    }

    /** What the other side said, or that it said nothing. */
    public static String declared(Frame frame, Line line) {
        var said = line.declared();
        if (said == null) {
            return frame.t("exchange.rapprochement.declared.none");
        }
        return frame.t("exchange.rapprochement.declared.said", said.requested(), said.answered());
    }
}
