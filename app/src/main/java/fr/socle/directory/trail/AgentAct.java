package fr.socle.directory.trail;

import fr.socle.directory.Actor;
import fr.socle.directory.Agent;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import fr.socle.journal.Part;
import java.util.List;

/** What was done with an agent, his place in an organisation or his roles. */
public sealed interface AgentAct extends AgentNamed {

    /** The agent now belongs to the organisation, with these roles. */
    record AgentRattache(Actor actor, OrganisationId organisation, Agent agent, List<String> roles)
            implements AgentAct {
        @Override
        public String code() {
            return "agent-rattache";
        }

        @Override
        public Part facts(Part part) {
            return AgentAct.super.facts(part).with("roles", roles);
        }
    }

    /** The services in which the agent works there were changed to these. */
    record RattachementModifie(
            Actor actor, OrganisationId organisation, Agent agent, List<ServiceId> services)
            implements AgentAct {
        @Override
        public String code() {
            return "rattachement-modifie";
        }

        @Override
        public Part facts(Part part) {
            return AgentAct.super
                    .facts(part)
                    .with("services", services.stream().map(ServiceId::toString).toList());
        }
    }

    record RattachementSuspendu(Actor actor, OrganisationId organisation, Agent agent)
            implements AgentAct {
        @Override
        public String code() {
            return "rattachement-suspendu";
        }
    }

    record RattachementRetabli(Actor actor, OrganisationId organisation, Agent agent)
            implements AgentAct {
        @Override
        public String code() {
            return "rattachement-retabli";
        }
    }

    record RoleAccorde(Actor actor, OrganisationId organisation, Agent agent, String role)
            implements AgentAct {
        @Override
        public String code() {
            return "role-accorde";
        }

        @Override
        public Part facts(Part part) {
            return AgentAct.super.facts(part).with(DETAIL, role);
        }
    }

    record RoleRetire(Actor actor, OrganisationId organisation, Agent agent, String role)
            implements AgentAct {
        @Override
        public String code() {
            return "role-retire";
        }

        @Override
        public Part facts(Part part) {
            return AgentAct.super.facts(part).with(DETAIL, role);
        }
    }

    /** His name or e-mail was corrected. */
    record AgentModifie(Actor actor, OrganisationId organisation, Agent agent) implements AgentAct {
        @Override
        public String code() {
            return "agent-modifie";
        }
    }

    record AgentDesactive(Actor actor, OrganisationId organisation, Agent agent)
            implements AgentAct {
        @Override
        public String code() {
            return "agent-desactive";
        }
    }

    record AgentReactive(Actor actor, OrganisationId organisation, Agent agent)
            implements AgentAct {
        @Override
        public String code() {
            return "agent-reactive";
        }
    }
}
