package fr.socle.demarches.builder;

import fr.socle.directory.ServiceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a procedure is, apart from its fields.
 *
 * @param description what it is for; plain text, a blank line separates paragraphs
 * @param audience whom it is for
 * @param cadreJuridique the text that founds it
 * @param services who handle its dossiers; at least one to publish
 * @param attestation what an accepted dossier gives; null: nothing
 * @param retentionMonths how long a decided dossier is kept, 1 to 60
 * @param minutes how long filling takes
 */
public record Facts(
        String title,
        String description,
        String audience,
        String cadreJuridique,
        List<ServiceId> services,
        @Nullable AttestationTemplate attestation,
        int retentionMonths,
        int minutes) {

    public static final int LONGEST_TITLE = 255;
    public static final int LONGEST_DESCRIPTION = 10_000;
    public static final int LONGEST_LINE = 2000;
    public static final int LONGEST_ATTESTATION_TITLE = 200;
    public static final int MOST_MONTHS = 60;
    public static final int MOST_MINUTES = 600;

    public Facts {
        services = List.copyOf(services);
    }

    /** A procedure of which only this is known. */
    public static Facts of(String title, String description) {
        return new Facts(title, description, "", "", List.of(), null, 12, 10);
    }
}
