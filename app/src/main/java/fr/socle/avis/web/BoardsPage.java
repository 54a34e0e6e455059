package fr.socle.avis.web;

import fr.socle.avis.Split;
import fr.socle.avis.form.Judged;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The procedures of the agent's organisation, with the marks of one month. */
public record BoardsPage(YearMonth month, List<Line> lines) implements Page {

    public record Line(Judged demarche, Split split) {}

    public BoardsPage {
        lines = List.copyOf(lines);
    }

    public String name(Frame frame) {
        return name(frame, month);
    }

    static String name(Frame frame, YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", frame.words().locale()).format(month);
    }
}
