package fr.socle.identity.demonstration;

import fr.socle.identity.broker.Provider;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom a demonstration provider knows. */
@Component
public class MadeUpPersons {

    private final MadeUpAgents agents;

    MadeUpPersons(MadeUpAgents agents) {
        this.agents = agents;
    }

    public List<MadeUpPerson> of(Provider provider) {
        return provider.federation().ofUsagers() ? MadeUpUsagers.all() : agents.all();
    }

    public Optional<MadeUpPerson> find(Provider provider, String sub) {
        return provider.federation().ofUsagers() ? MadeUpUsagers.find(sub) : agents.find(sub);
    }
}
