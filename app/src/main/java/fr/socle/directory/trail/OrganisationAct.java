package fr.socle.directory.trail;

import fr.socle.directory.Actor;
import fr.socle.directory.OrganisationDraft;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import fr.socle.journal.Part;
import java.util.List;

/** What was done with an organisation or one of its services. */
public sealed interface OrganisationAct extends Act {

    record OrganisationCreee(Actor actor, OrganisationId organisation, OrganisationDraft draft)
            implements OrganisationAct {
        @Override
        public String code() {
            return "organisation-creee";
        }

        @Override
        public Part facts(Part part) {
            return part.with("siret", draft.siret().value())
                    .with("type", draft.type().code())
                    .with(DETAIL, draft.name());
        }
    }

    /**
     * @param fields which of siret, name, type, parent and logo
     */
    record OrganisationModifiee(Actor actor, OrganisationId organisation, List<String> fields)
            implements OrganisationAct {
        @Override
        public String code() {
            return "organisation-modifiee";
        }

        @Override
        public Part facts(Part part) {
            return part.with("champs", fields);
        }
    }

    record OrganisationDesactivee(Actor actor, OrganisationId organisation)
            implements OrganisationAct {
        @Override
        public String code() {
            return "organisation-desactivee";
        }
    }

    record OrganisationReactivee(Actor actor, OrganisationId organisation)
            implements OrganisationAct {
        @Override
        public String code() {
            return "organisation-reactivee";
        }
    }

    /** What was done with a service, by the name that it has since. */
    sealed interface ServiceAct extends OrganisationAct {

        ServiceId service();

        String name();

        @Override
        default Part facts(Part part) {
            return part.with("service", service().toString()).with(DETAIL, name());
        }
    }

    record ServiceCree(Actor actor, OrganisationId organisation, ServiceId service, String name)
            implements ServiceAct {
        @Override
        public String code() {
            return "service-cree";
        }
    }

    record ServiceModifie(Actor actor, OrganisationId organisation, ServiceId service, String name)
            implements ServiceAct {
        @Override
        public String code() {
            return "service-modifie";
        }
    }

    record ServiceDesactive(
            Actor actor, OrganisationId organisation, ServiceId service, String name)
            implements ServiceAct {
        @Override
        public String code() {
            return "service-desactive";
        }
    }

    record ServiceReactive(Actor actor, OrganisationId organisation, ServiceId service, String name)
            implements ServiceAct {
        @Override
        public String code() {
            return "service-reactive";
        }
    }
}
