package fr.socle.exchange;

import fr.socle.habilitations.HabilitationId;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.PersonRef;
import java.util.Set;

/**
 * What is asked, by whom, about whom, for which case.
 *
 * @param dataSet code of a {@link fr.socle.habilitations.spi.DataCatalogue.DataSet}
 * @param fields codes of the fields that are needed, no more
 * @param subject whose identity is used: the provider finds the person by it
 * @param onCase for what
 */
public record Question(
        HabilitationId habilitation,
        String dataSet,
        Set<String> fields,
        Requester requester,
        Subject subject,
        Case onCase) {

    public Question {
        fields = Set.copyOf(fields);
    }

    /** The person asked about, and the civil status by which the provider knows them. */
    public record Subject(PersonRef person, IdentitePivot identity) {}
}
