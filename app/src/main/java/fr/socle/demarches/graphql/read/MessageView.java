package fr.socle.demarches.graphql.read;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Etape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service wrote to the usager: a correction that it asked for.
 *
 * @param email the service's name, because the usager reads no agent's
 */
public record MessageView(
        String id, String email, String body, Instant createdAt, Correction correction) {

    /**
     * @param dateResolution when the usager answered, or the service went on without; null: it
     *     waits
     */
    public record Correction(String reason, @Nullable Instant dateResolution) {}

    public List<FileView> attachments() {
        return List.of();
    }

    public @Nullable FileView attachment() {
        return null;
    }

    public @Nullable Instant discardedAt() {
        return null;
    }

    static List<MessageView> of(List<Etape> etapes, Depose dossier, int number) {
        var messages = new ArrayList<MessageView>();
        for (int rank = 0; rank < etapes.size(); rank++) {
            var etape = etapes.get(rank);
            if (etape.event() == Etape.Event.CORRECTION_DEMANDEE) {
                messages.add(
                        new MessageView(
                                TypedId.of("Commentaire", number + "-" + rank),
                                dossier.fiche().guichet().serviceName(),
                                etape.message(),
                                etape.at(),
                                new Correction("incorrect", resolved(etapes, rank))));
            }
        }
        return messages;
    }

    private static @Nullable Instant resolved(List<Etape> etapes, int rank) {
        return etapes.stream()
                .skip(rank + 1L)
                .filter(it -> it.event() != Etape.Event.CORRECTION_DEMANDEE)
                .findFirst()
                .map(Etape::at)
                .orElse(null);
    }
}
