package fr.socle.identity.usager;

import fr.socle.journal.OwnEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One thing that was done with a person's identity, as the journal tells it to that person. What an
 * entry does not say is empty.
 *
 * @param level of the identity check: {@code eidas1}…
 * @param data labels of what the service got
 * @param code by which the person may report a fraud
 * @param keptUntil the last day on which it is there
 */
public record Line(
        int log,
        long index,
        String kind,
        Instant at,
        LocalDate keptUntil,
        String organisation,
        String service,
        String provider,
        String level,
        List<String> data,
        String motif,
        String code) {

    static final String SIGN_IN = "identity.connexion";
    static final String SIGN_OUT = "identity.deconnexion";

    public Line {
        data = List.copyOf(data);
    }

    static Line of(OwnEntry entry) {
        return new Line(
                entry.log(),
                entry.index(),
                entry.kind(),
                entry.writtenAt(),
                entry.purge().minusMonths(1).atEndOfMonth(),
                text(entry, "organisation"),
                text(entry, "service"),
                text(entry, "fournisseur"),
                text(entry, "niveau"),
                texts(entry),
                text(entry, "motif"),
                text(entry, "code"));
    }

    public boolean signIn() {
        return kind.equals(SIGN_IN);
    }

    public boolean refused() {
        return kind.equals("identity.connexion-refusee");
    }

    /** Where its detail and its receipt lie: in the person's digital file. */
    public String path() {
        return "/mon-dossier/usages/" + log + "/" + index;
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
