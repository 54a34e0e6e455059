package fr.socle.directory;

import fr.socle.directory.store.AgentStore;
import fr.socle.directory.store.MembershipStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The made-up agents as whom anyone may enter, in demonstration only. */
@Component
public class DemonstrationAccounts {

    /** Who vouches for a made-up agent. */
    public static final String ISSUER = "urn:socle:demonstration";

    /**
     * @param roles codes of {@link Role}
     */
    public record Account(AgentId agent, String name, String organisation, List<String> roles) {

        public Account {
            roles = List.copyOf(roles);
        }
    }

    private final DemonstrationData.Stage stage;
    private final AgentStore agents;
    private final MembershipStore memberships;

    DemonstrationAccounts(
            DemonstrationData.Stage stage, AgentStore agents, MembershipStore memberships) {
        this.stage = stage;
        this.agents = agents;
        this.memberships = memberships;
    }

    /** Empty outside demonstration, and in production whatever else is set. */
    public List<Account> list() {
        return stage.open()
                ? agents.demonstration().stream().flatMap(it -> account(it).stream()).toList()
                : List.of();
    }

    private Optional<Account> account(Agent agent) {
        return memberships.usable(agent.id()).stream()
                .findFirst()
                .map(
                        it ->
                                new Account(
                                        agent.id(),
                                        agent.name(),
                                        it.organisationName(),
                                        it.roles()));
    }
}
