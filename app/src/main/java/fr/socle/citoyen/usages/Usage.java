package fr.socle.citoyen.usages;

import fr.socle.journal.OwnEntry;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One thing that was done with a person's data, as the journal tells it to that person. What an
 * entry does not say is empty.
 *
 * @param organisation who obtained or did
 * @param dossier its number, where it had one by then
 * @param reference how an exchange names the person's dossier, which may have had no number yet
 * @param fournisseur who gave
 * @param donnees labels of what left
 * @param issue {@code accordé}, {@code refusé}, {@code indisponible}…
 * @param keptUntil the last day on which it is there
 */
public record Usage(
        Place place,
        String kind,
        Instant at,
        LocalDate keptUntil,
        String organisation,
        String motif,
        String demarche,
        String dossier,
        String reference,
        String fournisseur,
        List<String> donnees,
        String fondement,
        String issue) {

    public Usage {
        donnees = List.copyOf(donnees);
    }

    /** Reads what the journal says to the person. */
    public static Usage of(OwnEntry entry) {
        return new Usage(
                new Place(entry.log(), entry.index()),
                entry.kind(),
                entry.writtenAt(),
                entry.purge().minusMonths(1).atEndOfMonth(),
                text(entry, "organisation"),
                text(entry, "motif"),
                text(entry, "demarche"),
                text(entry, "dossier"),
                text(entry, "reference"),
                text(entry, "fournisseur"),
                texts(entry),
                text(entry, "fondement"),
                text(entry, "issue"));
    }

    public Family family() {
        return Family.of(kind);
    }

    /** The issue as a message's key can bear it: {@code remise-non-confirmee}. */
    public String issueCode() {
        return Normalizer.normalize(issue, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace(' ', '-');
    }

    /** Where its page lies, in the person's own file. */
    public String path() {
        return under("/mon-dossier");
    }

    /** Where its page lies, in the file at this address. */
    public String under(String base) {
        return base + "/usages/" + place.log() + "/" + place.index();
    }

    private static String text(OwnEntry entry, String member) {
        return entry.values().get(member) instanceof String text ? text : "";
    }

    private static List<String> texts(OwnEntry entry) {
        return entry.values().get("donnees") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
