package fr.socle.habilitations;

import fr.socle.directory.OrganisationId;
import java.util.List;

/** What an organisation does with the data that it may obtain, for its register (RGPD, art. 30). */
public interface Traitements {

    /** Those that the organisation may carry out today, by name. */
    List<Traitement> enVigueur(OrganisationId organisation);

    /**
     * One processing of personal data.
     *
     * @param destinataires the departments that read the data
     * @param retentionMonths how long what was obtained is kept; 0 when nobody said
     * @param responsable name and e-mail of the person in charge
     * @param delegue name and e-mail of the data protection officer
     */
    record Traitement(
            Habilitation habilitation,
            String destinataires,
            int retentionMonths,
            String responsable,
            String delegue) {}
}
