package fr.socle.habilitations;

import fr.socle.directory.OrganisationId;
import fr.socle.kernel.Periode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one organisation may obtain, as it was granted. A version never changes; a new grant is a
 * new version.
 *
 * @param version from 1
 * @param intitule as the organisation named its request
 * @param finalite what the data is for; the person reads it
 * @param cadreJuridique the text that founds the right, as the person reads it
 * @param fields the codes of the fields that may be released, by code of data set
 * @param requesters who may ask on its ground
 * @param validity in days of Paris
 * @param revokedAt present once it was revoked
 * @param differe present when persons read of its exchanges only later
 */
public record Habilitation(
        HabilitationId id,
        int version,
        OrganisationId organisation,
        String intitule,
        String finalite,
        String cadreJuridique,
        Map<String, Set<String>> fields,
        Set<RequesterKind> requesters,
        Periode<LocalDate> validity,
        Optional<Instant> revokedAt,
        Optional<Differe> differe) {

    /** One of whose exchanges persons read at once. */
    public Habilitation(
            HabilitationId id,
            int version,
            OrganisationId organisation,
            String intitule,
            String finalite,
            String cadreJuridique,
            Map<String, Set<String>> fields,
            Set<RequesterKind> requesters,
            Periode<LocalDate> validity,
            Optional<Instant> revokedAt) {
        this(
                id,
                version,
                organisation,
                intitule,
                finalite,
                cadreJuridique,
                fields,
                requesters,
                validity,
                revokedAt,
                Optional.empty());
    }

    /** Who may ask on the ground of an habilitation. */
    public enum RequesterKind {
        AGENT,
        USAGER_LUI_MEME,
        AUTOMATE,
        /** For a motive that only the administration knows: no case is verified. */
        AUTOMATE_SANS_DOSSIER
    }

    public Habilitation {
        fields = Map.copyOf(fields);
        requesters = Set.copyOf(requesters);
    }

    /** Whether it founds an exchange on this day of Paris. */
    public boolean usableOn(LocalDate day) {
        return revokedAt.isEmpty() && validity.contains(day);
    }
}
