package fr.socle.exchange;

import fr.socle.habilitations.HabilitationId;
import java.time.LocalDate;
import java.util.Set;

/**
 * An exchange that nobody makes: who would ask what, for which case, on which day.
 *
 * @param dataSet code of a {@link fr.socle.habilitations.spi.DataCatalogue.DataSet}
 * @param fields codes of the fields that would be asked
 * @param day of Paris
 */
public record Supposition(
        HabilitationId habilitation,
        String dataSet,
        Set<String> fields,
        Asker asker,
        Situation situation,
        LocalDate day) {

    public Supposition {
        fields = Set.copyOf(fields);
    }

    /** Who would ask, always for the organisation that holds the habilitation. */
    public enum Asker {
        /** The person, in a dossier of their own. */
        USAGER,
        AGENT,
        /** A program, without an agent. */
        PROGRAMME
    }

    /** The case for which it would be asked. */
    public enum Situation {
        /** Open, the person's own, and in the charge of the agent. */
        OUVERT,
        /** Open, but in another agent's charge. */
        AUTRE_AGENT,
        CLOS,
        /** Nobody knows it. */
        INCONNU,
        AUTRE_PERSONNE,
        AUTRE_ORGANISATION,
        /** No case: a motive that the administration declares. */
        MOTIF_DECLARE
    }
}
