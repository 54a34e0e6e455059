package fr.socle.demarches.attestation;

import fr.socle.ui.Words;
import java.util.List;

/**
 * What stands on an attestation.
 *
 * @param paragraphs plain text
 * @param on the day of the decision, in words
 */
public record Sheet(
        Words words,
        String title,
        List<String> paragraphs,
        String organisation,
        String service,
        String demarche,
        String applicant,
        String number,
        String on) {

    public Sheet {
        paragraphs = List.copyOf(paragraphs);
    }
}
