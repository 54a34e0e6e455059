package fr.socle.identity.usager.web;

import fr.socle.identity.usager.FraudReport;
import fr.socle.identity.usager.store.FraudStore.Summary;
import fr.socle.ui.Frame;
import fr.socle.ui.Link;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import java.util.List;
import java.util.stream.Stream;

/**
 * The frauds that were reported, without what persons wrote.
 *
 * @param state the code of the chosen state; empty: all
 */
public record FraudsPage(List<Summary> reports, Pagination pagination, String state)
        implements Page {

    public FraudsPage {
        reports = List.copyOf(reports);
    }

    public List<Link> states(Frame frame) {
        return Stream.concat(Stream.of(""), FraudReport.STATES.stream())
                .map(
                        it ->
                                new Link(
                                        frame.t(
                                                it.isEmpty()
                                                        ? "identity.mine.fraud.state.all"
                                                        : "identity.mine.fraud.state." + it),
                                        FraudDeskController.BASE
                                                + (it.isEmpty() ? "" : "?etat=" + it),
                                        it.equals(state)))
                .toList();
    }
}
