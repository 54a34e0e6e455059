package fr.socle.exchange.simulation;

import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.spi.DataCatalogue.DataSet;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;

/**
 * On the ground of what, and which data: the first step of a simulation.
 *
 * @param habilitations those of the visitor's organisation
 */
public record SimulationGroundPage(
        Form form, List<Habilitation> habilitations, List<DataSet> catalogue) implements Page {

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }

    public List<Option> grounds() {
        return habilitations.stream()
                .map(it -> Option.of(it.id().toString(), it.intitule()))
                .toList();
    }

    public List<Option> sets(Frame frame) {
        return catalogue.stream()
                .map(it -> Option.of(it.code(), frame.words().orItself(it.label())))
                .toList();
    }
}
