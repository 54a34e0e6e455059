package fr.socle.exchange.simulation;

import fr.socle.directory.AgentId;
import fr.socle.directory.OrganisationId;
import fr.socle.exchange.Case;
import fr.socle.exchange.Question;
import fr.socle.exchange.Requester;
import fr.socle.exchange.Supposition;
import fr.socle.exchange.dataset.DataSet.Identification;
import fr.socle.exchange.spi.Cases.CaseState;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siren;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The facts that a decision stands on, as they are supposed: a person, an agent and a case whom
 * nobody ever met.
 */
final class Supposed {

    private static final Siren COMPANY = new Siren("000000000");

    private final Supposition supposition;
    private final OrganisationId organisation;
    private final String words;
    private final PersonRef person;
    private final AgentId agent = new AgentId(UUID.randomUUID());
    private final SecureRandom random;

    /**
     * @param words the title of the case, and the motive when there is none
     */
    Supposed(
            Supposition supposition,
            OrganisationId organisation,
            String words,
            SecureRandom random) {
        this.supposition = supposition;
        this.organisation = organisation;
        this.words = words;
        this.random = random;
        this.person = PersonRef.fresh(random);
    }

    Question question(Identification by) {
        return new Question(
                supposition.habilitation(),
                supposition.dataSet(),
                supposition.fields(),
                requester(),
                subject(by),
                supposition.situation() == Supposition.Situation.MOTIF_DECLARE
                        ? new Case.Declare(words)
                        : new Case.Verifie("simulation"));
    }

    private Requester requester() {
        return switch (supposition.asker()) {
            case USAGER -> new Requester.UsagerLuiMeme(person, organisation);
            case AGENT -> new Requester.Agent(agent, organisation);
            case PROGRAMME -> new Requester.Automate("simulation", organisation);
        };
    }

    private Question.Subject subject(Identification by) {
        return switch (by) {
            case PIVOT, IDENTIFIANT ->
                    new Question.Subject(
                            Optional.of(person), new Question.Search.Written(List.of()));
            case SIREN, SIRET ->
                    new Question.Subject(
                            Optional.empty(),
                            new Question.Search.Entreprise(COMPANY, COMPANY.value(), List.of()));
        };
    }

    /** The case as the block that keeps cases would tell it; empty when there is none. */
    Optional<CaseState> onCase() {
        return switch (supposition.situation()) {
            case OUVERT -> state(organisation, person, Set.of(agent), true);
            case AUTRE_AGENT -> state(organisation, person, Set.of(), true);
            case CLOS -> state(organisation, person, Set.of(agent), false);
            case AUTRE_PERSONNE ->
                    state(organisation, PersonRef.fresh(random), Set.of(agent), true);
            case AUTRE_ORGANISATION ->
                    state(new OrganisationId(UUID.randomUUID()), person, Set.of(agent), true);
            case INCONNU, MOTIF_DECLARE -> Optional.empty();
        };
    }

    private Optional<CaseState> state(
            OrganisationId holder, PersonRef subject, Set<AgentId> inCharge, boolean open) {
        return Optional.of(new CaseState(1, words, holder, subject, inCharge, open));
    }
}
