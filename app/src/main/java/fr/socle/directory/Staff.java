package fr.socle.directory;

import fr.socle.directory.store.StaffStore;
import fr.socle.ui.access.Right;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who works in which service, read from the database at each call. */
@Component
public class Staff {

    private final StaffStore store;
    private final Roles roles;

    Staff(StaffStore store, Roles roles) {
        this.store = store;
        this.roles = roles;
    }

    /** The agents of this service who hold this right there now. */
    public Set<AgentId> of(ServiceId service, Right right) {
        return store.of(service, roles.allowing(right));
    }

    /** The agents who hold this right now, in whichever organisation. */
    public Set<AgentId> holding(Right right) {
        return store.holding(roles.allowing(right));
    }

    /** The services in which this agent works now for this organisation, by name. */
    public List<ServiceId> servicesOf(AgentId agent, OrganisationId organisation) {
        return store.servicesOf(agent, organisation);
    }
}
