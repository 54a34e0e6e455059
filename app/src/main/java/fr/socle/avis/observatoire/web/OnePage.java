package fr.socle.avis.observatoire.web;

import fr.socle.avis.Count;
import fr.socle.avis.Tally;
import fr.socle.avis.observatoire.indicator.Board;
import fr.socle.avis.observatoire.indicator.Indicator;
import fr.socle.avis.observatoire.indicator.Opinions.Answers;
import fr.socle.avis.observatoire.indicator.Opinions.Marks;
import fr.socle.avis.observatoire.indicator.Quarter;
import fr.socle.avis.observatoire.indicator.Value;
import fr.socle.avis.observatoire.probe.Uptime;
import fr.socle.demarches.DemarcheFigures.Activity;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good one procedure is.
 *
 * @param marks what its opinions of three months amount to
 * @param enough how many opinions a mark needs
 * @param activity what happened in it, when it runs here and something did
 * @param history what the last editions said of it, the oldest first
 * @param declared whether it has a declaration of accessibility
 * @param house the public address of this house
 */
public record OnePage(
        Board.Line line,
        Marks marks,
        long enough,
        @Nullable Activity activity,
        Uptime uptime,
        Map<Quarter, Board.Line> history,
        boolean declared,
        String house)
        implements Page {

    /**
     * One bar of a chart.
     *
     * @param told the figure, as it is read
     * @param percent how long the bar is
     */
    public record Bar(String label, String told, long percent) {}

    /** Whether its marks may be shown. */
    public boolean visible() {
        return marks.opinions() >= enough;
    }

    /** Of a kind with too few opinions only their number is shown. */
    public Tally shown(Tally kind) {
        return kind.opinions() >= enough
                ? kind
                : new Tally(Map.of(Count.OPINIONS, kind.opinions()));
    }

    public List<Bar> satisfactions(Frame frame) {
        return bars(frame, "avis.satisfaction.", marks.satisfactions());
    }

    public List<Bar> clarities(Frame frame) {
        return bars(frame, "avis.comprehension.", marks.clarities());
    }

    /** The satisfaction in each edition that had a mark. */
    public List<Bar> past(Frame frame) {
        var bars = new ArrayList<Bar>();
        history.forEach(
                (quarter, then) -> {
                    if (then.value(Indicator.SATISFACTION)
                            instanceof Value.Measured(BigDecimal mark, _)) {
                        bars.add(
                                new Bar(
                                        quarter.code(),
                                        Cells.decimal(frame, mark),
                                        mark.movePointRight(1).longValue()));
                    }
                });
        return bars;
    }

    /** What another site writes to show the card. */
    public String embed(String alternative) {
        return "<a href=\"%s%s\"><img src=\"%s%s/carte.svg\" width=\"320\" height=\"132\" alt=\"%s\"></a>"
                .formatted(
                        house,
                        line.demarche().path(),
                        house,
                        line.demarche().path(),
                        alternative.replace("&", "&amp;").replace("\"", "&quot;"));
    }

    private static List<Bar> bars(Frame frame, String prefix, List<Answers> answers) {
        long all = answers.stream().mapToLong(Answers::count).sum();
        return answers.stream()
                .map(
                        it -> {
                            long percent = all == 0 ? 0 : Math.round(100.0 * it.count() / all);
                            return new Bar(
                                    frame.t(prefix + it.code()),
                                    frame.t("avis.part", it.count(), percent),
                                    percent);
                        })
                .toList();
    }
}
