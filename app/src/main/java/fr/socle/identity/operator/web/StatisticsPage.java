package fr.socle.identity.operator.web;

import fr.socle.identity.operator.Statistics.By;
import fr.socle.identity.operator.Statistics.Sum;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sums of sign-ins between two days. */
public record StatisticsPage(Form form, Span span, List<Table> tables) implements Page {

    /** Two days, both counted. */
    public record Span(LocalDate from, LocalDate to) {

        private static final long USUAL = 30;
        private static final long LONGEST = 366;

        /** The last thirty days when nothing is asked. */
        public static Span read(Form form, LocalDate today) {
            var to = form.readOptionalDate("to").orElse(today);
            var from = form.readOptionalDate("from").orElse(to.minusDays(USUAL - 1));
            if (from.isAfter(to)) {
                form.reject("from", Refusal.of("identity.statistics.order"));
            } else if (ChronoUnit.DAYS.between(from, to) > LONGEST) {
                form.reject("from", Refusal.of("identity.statistics.long", LONGEST));
            }
            return new Span(from, to);
        }

        /** The form that asks for these days. */
        Form typed() {
            return Form.blank(Map.of("from", from.toString(), "to", to.toString()));
        }

        public String query() {
            return "?from=" + from + "&to=" + to;
        }
    }

    /** Sums by one thing. */
    public record Table(By by, List<Sum> sums) {

        public Table {
            sums = List.copyOf(sums);
        }

        /** The end of message keys. */
        public String word() {
            return by.name().toLowerCase(Locale.ROOT);
        }

        /** What a sum is of, in words where there are some. */
        public String said(Frame frame, Sum sum) {
            if (sum.of().isEmpty()) {
                return frame.t("identity.statistics.unknown");
            }
            return switch (by) {
                case DAY -> frame.words().day(LocalDate.parse(sum.of()));
                case LEVEL -> named(frame, "identity.mine.level.", sum.of());
                case OUTCOME -> named(frame, "identity.statistics.outcome.", sum.of());
                case PROVIDER, SERVICE -> sum.name();
            };
        }

        private static String named(Frame frame, String keys, String code) {
            return frame.words().has(keys + code) ? frame.t(keys + code) : code;
        }

        private long greatest() {
            return sums.stream().mapToLong(it -> it.good() + it.bad()).max().orElse(1);
        }

        /** How long a bar of at most {@code width} is. */
        public long bar(long count, int width) {
            return count * width / Math.max(1, greatest());
        }
    }

    public StatisticsPage {
        tables = List.copyOf(tables);
    }

    public Table days() {
        return tables.getFirst();
    }

    public long good() {
        return days().sums().stream().mapToLong(Sum::good).sum();
    }

    public long bad() {
        return days().sums().stream().mapToLong(Sum::bad).sum();
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
