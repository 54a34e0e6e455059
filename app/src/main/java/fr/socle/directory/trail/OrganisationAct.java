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

        @Override
        public Part facts(Part part) {
            return part;
        }
    }

    record OrganisationReactivee(Actor actor, OrganisationId organisation)
            implements OrganisationAct {
        @Override
        public String code() {
            return "organisation-reactivee";
        }

        @Override
        public Part facts(Part part) {
            return part;
        }
    }

    record ServiceCree(Actor actor, OrganisationId organisation, ServiceId service, String name)
            implements OrganisationAct {
        @Override
        public String code() {
            return "service-cree";
        }

        @Override
        public Part facts(Part part) {
            return part.with("service", service.toString()).with(DETAIL, name);
        }
    }

    record ServiceModifie(Actor actor, OrganisationId organisation, ServiceId service, String name)
            implements OrganisationAct {
        @Override
        public String code() {
            return "service-modifie";
        }

        @Override
        public Part facts(Part part) {
            return part.with("service", service.toString()).with(DETAIL, name);
        }
    }

    record ServiceDesactive(
            Actor actor, OrganisationId organisation, ServiceId service, String name)
            implements OrganisationAct {
        @Override
        public String code() {
            return "service-desactive";
        }

        @Override
        public Part facts(Part part) {
            return part.with("service", service.toString()).with(DETAIL, name);
        }
    }

    record ServiceReactive(Actor actor, OrganisationId organisation, ServiceId service, String name)
            implements OrganisationAct {
        @Override
        public String code() {
            return "service-reactive";
        }

        @Override
        public Part facts(Part part) {
            return part.with("service", service.toString()).with(DETAIL, name);
        }
    }
}
