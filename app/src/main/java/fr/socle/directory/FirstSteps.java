package fr.socle.directory;

import fr.socle.directory.store.AgentStore;
import fr.socle.directory.store.FirstStepsStore;
import fr.socle.directory.store.MembershipStore;
import fr.socle.directory.store.OrganisationStore;
import fr.socle.directory.trail.AgentAct.AgentRattache;
import fr.socle.house.HouseSettings;
import fr.socle.ui.UiSettings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first organisation and the first operator of an empty directory. */
@Component
public class FirstSteps {

    /** Vouches for having had the machine when the house was empty. */
    public static final String ISSUER = "urn:socle:premiers-pas";

    private final FirstStepsStore store;
    private final OrganisationStore register;
    private final Organisations organisations;
    private final Newcomers newcomers;
    private final Doorway doorway;

    /** Whether there is a door to open, and the address it would have. */
    @Component
    record Doorway(UiSettings ui, HouseSettings house, Secrets secrets) {}

    /** Where the first operator is written. */
    @Component
    record Newcomers(AgentStore agents, MembershipStore memberships, Written written) {}

    FirstSteps(
            FirstStepsStore store,
            OrganisationStore register,
            Organisations organisations,
            Newcomers newcomers,
            Doorway doorway) {
        this.store = store;
        this.register = register;
        this.organisations = organisations;
        this.newcomers = newcomers;
        this.doorway = doorway;
    }

    /**
     * The one-time address that creates the first organisation and operator; empty when there is an
     * organisation, or in demonstration. Each call replaces the address given before: call it once,
     * at start, and print it.
     */
    @Transactional
    public Optional<String> address() {
        if (doorway.ui().demonstration() || !register.isEmpty()) {
            return Optional.empty();
        }
        var code = doorway.secrets().fresh();
        store.replace(Secrets.hash(code), newcomers.written().now());
        return Optional.of(doorway.house().publicAddress() + "/premiers-pas?code=" + code);
    }

    /** Whether this code still opens the door. */
    public boolean opens(String code) {
        return store.opens(Secrets.hash(code));
    }

    /**
     * Creates both in one transaction. Of two callers at once, one gets the operator; the other
     * {@link Change.Unknown}, as for a wrong code.
     */
    @Transactional
    public Change<Agent> take(String code, OrganisationDraft organisation, AgentDraft operator) {
        register.lockRegister();
        if (!register.isEmpty() || !store.use(Secrets.hash(code))) {
            return new Change.Unknown<>();
        }
        var email = operator.email();
        var agent =
                new Agent(
                        new AgentId(UUID.randomUUID()),
                        operator.name(),
                        email == null ? null : email.value(),
                        true,
                        false,
                        1);
        return switch (organisations.create(Actor.of(agent), organisation)) {
            case Change.Done<Organisation>(var created) -> admit(agent, created);
            case Change.Refused<Organisation>(var field, var why) ->
                    new Change.Refused<>(field, why);
            case Change.Stale<Organisation> _, Change.Unknown<Organisation> _ ->
                    throw new IllegalStateException("a creation has no version");
        };
    }

    private Change<Agent> admit(Agent agent, Organisation organisation) {
        var roles = List.of(Role.GESTIONNAIRE, Role.OPERATEUR);
        var now = newcomers.written().now();
        newcomers.agents().insert(agent, now);
        newcomers.agents().bind(ISSUER, agent.id().toString(), agent.id(), now);
        newcomers.memberships().join(agent.id(), organisation.id(), roles, List.of(), now);
        newcomers
                .written()
                .journal()
                .append(new AgentRattache(Actor.of(agent), organisation.id(), agent, roles));
        return new Change.Done<>(agent);
    }
}
