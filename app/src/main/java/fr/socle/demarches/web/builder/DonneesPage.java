package fr.socle.demarches.web.builder;

import fr.socle.exchange.Simulation;
import fr.socle.exchange.Supposition.Asker;
import fr.socle.ui.Page;
import java.util.List;

/**
 * What an administration would obtain of others for a procedure.
 *
 * @param form what comes while the form is filled in, or why nothing would
 * @param beyond what agents or programs could ask afterwards on the same ground
 */
public record DonneesPage(
        String slug, String title, String organisation, List<Obtained> form, List<Obtained> beyond)
        implements Page {

    /** What one asker would obtain of one data set. */
    public record Obtained(Asker asker, Simulation simulation) {

        boolean allowed() {
            return simulation.allowed();
        }

        public List<String> labels() {
            return simulation.facts().stream().map(Simulation.Fact::label).toList();
        }
    }
}
