package fr.socle.identity.demonstration;

import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Federation;
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
        return provider.federation() == Federation.AGENTS ? agents.all() : MadeUpUsagers.all();
    }

    public Optional<MadeUpPerson> find(Provider provider, String sub) {
        return provider.federation() == Federation.AGENTS
                ? agents.find(sub)
                : MadeUpUsagers.find(sub);
    }
}
