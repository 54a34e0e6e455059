package fr.socle.exchange.web;

import fr.socle.exchange.store.CountStore;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.util.List;

/** How many exchanges came out how, in the last thirty days. */
public record EchangesPage(List<CountStore.Line> lines) implements Page {

    /** How many came out so, all days together. */
    public long total(String outcome) {
        return lines.stream()
                .filter(it -> it.outcome().equals(outcome))
                .mapToLong(CountStore.Line::number)
                .sum();
    }

    /** A data set that this house gives no more is shown by its code. */
    public static String dataSet(Frame frame, String code) {
        var key = "exchange.dataset." + code;
        return frame.words().has(key) ? frame.t(key) : code;
    }
}
