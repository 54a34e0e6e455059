package fr.socle.exchange;

import fr.socle.exchange.Answer.Reason;
import fr.socle.exchange.spi.FileTelling.Told;
import fr.socle.habilitations.Habilitation;
import java.util.List;
import java.util.Optional;

/**
 * What a supposed exchange would come to.
 *
 * @param habilitation its newest version
 * @param provider the name of the administration that would be asked
 * @param reasons every one that speaks against it, in plain words; none when it would be allowed
 * @param facts what would leave, field by field; none when it would be refused
 * @param document the answer as it would leave, with made-up values; empty when refused
 * @param told what the person would read in their file; empty for a company
 */
public record Simulation(
        Habilitation habilitation,
        String provider,
        List<Reason> reasons,
        List<Fact> facts,
        String document,
        Optional<Told> told) {

    public Simulation {
        reasons = List.copyOf(reasons);
        facts = List.copyOf(facts);
    }

    /**
     * @param label in French
     * @param kind the word of its {@link fr.socle.habilitations.spi.DataCatalogue.DataKind}
     * @param example made up from the description of the data set
     */
    public record Fact(String code, String label, String kind, String example) {}

    public boolean allowed() {
        return reasons.isEmpty();
    }
}
