package fr.socle.demarches.dossier;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.RevisionId;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.ServiceId;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.PersonRef;
import java.time.Instant;
import java.util.List;

/**
 * What a dossier is from its first day on.
 *
 * @param revision of the procedure, whose questions it answers
 * @param startedAt when the usager began
 */
public record Fiche(
        DossierId id,
        DemarcheId demarche,
        RevisionId revision,
        Guichet guichet,
        Usager usager,
        Instant startedAt) {

    /**
     * Who answers, under the names of the day on which the dossier began.
     *
     * @param services any of which may handle it
     * @param title of the procedure
     * @param retentionMonths how long a decided dossier is kept
     */
    public record Guichet(
            OrganisationId organisation,
            List<ServiceId> services,
            String title,
            String organisationName,
            String serviceName,
            int retentionMonths) {
        public Guichet {
            services = List.copyOf(services);
        }
    }

    /**
     * Whose dossier it is.
     *
     * @param name as it is shown to the agents in charge
     * @param email where to write
     * @param language {@code fr} or {@code en}
     */
    public record Usager(PersonRef person, String name, EmailAddress email, String language) {

        /** Nothing: a name does not belong in a log. */
        @Override
        public String toString() {
            return "Usager[hidden]";
        }
    }

    public PersonRef person() {
        return usager.person();
    }
}
