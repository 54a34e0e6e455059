package fr.socle.exchange.desk.web;

import fr.socle.exchange.provider.Health;
import fr.socle.exchange.provider.Health.Status;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.store.PulseStore.Day;
import fr.socle.ui.Page;
import fr.socle.ui.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Whether providers answer, for everyone. */
public record StatusPage(List<Line> lines) implements Page {

    /**
     * @param title key or words of the data set's name
     * @param days the last ninety of which something is known
     */
    public record Line(Provider provider, String title, Health.Now now, List<Day> days) {
        public Line {
            days = List.copyOf(days);
        }
    }

    public StatusPage {
        lines = List.copyOf(lines);
    }

    /** The share of good answers, as 99,9; empty when nobody asked. */
    public static Optional<String> share(Words words, List<Day> days) {
        var ok = days.stream().mapToLong(Day::ok).sum();
        var all = ok + days.stream().mapToLong(Day::failed).sum();
        return all == 0 ? Optional.empty() : Optional.of(share(words, ok, all));
    }

    /** Rounded down, so that one failure in a million never reads as none. */
    private static String share(Words words, long ok, long all) {
        var share =
                BigDecimal.valueOf(100)
                        .multiply(BigDecimal.valueOf(ok))
                        .divide(BigDecimal.valueOf(all), 1, RoundingMode.DOWN);
        return share.stripTrailingZeros()
                .toPlainString()
                .replace('.', words.language().equals("fr") ? ',' : '.');
    }

    /** The kind of tag for a status. */
    public static String tag(Status status) {
        return switch (status) {
            case OK -> "good";
            case BAD_GATEWAY -> "bad";
            case UNKNOWN -> "plain";
        };
    }
}
