package fr.socle.avis.web;

import fr.socle.avis.Tally;
import fr.socle.ui.Frame;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;

/** Marks as the agents of a service read them: however few the opinions are. */
public final class Board {

    /** One indicator, of verified opinions and of open ones. */
    public record Line(String label, String verified, String open) {}

    private Board() {}

    public static List<Line> lines(Frame frame, Tally verified, Tally open) {
        return List.of(
                new Line(
                        frame.t("avis.bord.count"),
                        Long.toString(verified.opinions()),
                        Long.toString(open.opinions())),
                new Line(
                        frame.t("avis.bord.satisfaction"),
                        mark(frame, verified.satisfactionMark()),
                        mark(frame, open.satisfactionMark())),
                new Line(
                        frame.t("avis.bord.clarity"),
                        mark(frame, verified.clarityMark()),
                        mark(frame, open.clarityMark())),
                new Line(
                        frame.t("avis.bord.reachable"),
                        percent(frame, verified.reachable()),
                        percent(frame, open.reachable())),
                new Line(
                        frame.t("avis.bord.help"),
                        mark(frame, verified.helpMark()),
                        mark(frame, open.helpMark())),
                new Line(
                        frame.t("avis.bord.autonomy"),
                        percent(frame, verified.autonomy()),
                        percent(frame, open.autonomy())));
    }

    public static String mark(Frame frame, Optional<BigDecimal> mark) {
        var format = NumberFormat.getNumberInstance(frame.words().locale());
        format.setMinimumFractionDigits(1);
        return mark.map(it -> frame.t("avis.bord.mark", format.format(it)))
                .orElseGet(() -> frame.t("avis.bord.none"));
    }

    private static String percent(Frame frame, Optional<BigDecimal> mark) {
        return mark.map(it -> frame.t("avis.bord.percent", it.movePointRight(1).toBigInteger()))
                .orElseGet(() -> frame.t("avis.bord.none"));
    }
}
