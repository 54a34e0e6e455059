package fr.socle.demarches.graphql.read;

import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationType;
import fr.socle.directory.Service;

/** The service that answers for a procedure. */
public record ServiceView(
        String id, String nom, String organisme, String siret, String typeOrganisme) {

    static ServiceView of(Service service, Organisation organisation) {
        return new ServiceView(
                TypedId.of("Service", service.id()),
                service.name(),
                organisation.name(),
                organisation.siret().value(),
                type(organisation.type()));
    }

    private static String type(OrganisationType type) {
        return switch (type) {
            case MINISTERE -> "administration_centrale";
            case REGION, DEPARTEMENT, COMMUNE, EPCI -> "collectivite_territoriale";
            case ETABLISSEMENT_PUBLIC -> "operateur_d_etat";
            case ETABLISSEMENT_SCOLAIRE -> "etablissement_enseignement";
            case ASSOCIATION -> "association";
            case ENTREPRISE, AUTRE -> "autre";
        };
    }
}
