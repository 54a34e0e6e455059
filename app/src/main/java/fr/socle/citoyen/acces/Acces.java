package fr.socle.citoyen.acces;

import fr.socle.citoyen.usages.Place;
import fr.socle.directory.OrganisationId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One use of data on behalf of an organisation.
 *
 * @param agent null when no agent acted: the person themself, or a program
 * @param habilitation null for the opening of a dossier
 * @param dataSet empty for the opening of a dossier
 * @param fields codes of what was asked
 * @param seal the number of the key that seals who acted; 0 when none does
 */
public record Acces(
        Place place,
        String kind,
        OrganisationId organisation,
        @Nullable UUID agent,
        @Nullable UUID habilitation,
        String dataSet,
        List<String> fields,
        boolean refused,
        Instant at,
        YearMonth purge,
        long seal) {

    public Acces {
        fields = List.copyOf(fields);
    }
}
