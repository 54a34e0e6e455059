package fr.socle.exchange.trace;

import static fr.socle.journal.Audience.AUDITEUR;

import fr.socle.journal.Entry;
import fr.socle.journal.Kind;
import fr.socle.journal.Part;
import java.util.List;
import java.util.UUID;

/**
 * The ends of exchanges whose answers were taken to their last byte, many in one entry: who
 * obtained what stands in the entry of each grant already, so this one tells of each only its
 * number, and whoever reads it learns of nobody.
 */
public record EchangesRemis(List<UUID> echanges) implements Entry {

    private static final Kind KIND = new Kind("exchange.remis", Echange.RETENTION);

    public EchangesRemis {
        echanges = List.copyOf(echanges);
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                Part.readBy(AUDITEUR)
                        .with("echanges", echanges.stream().map(UUID::toString).toList()));
    }
}
