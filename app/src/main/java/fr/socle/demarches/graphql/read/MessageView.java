package fr.socle.demarches.graphql.read;

import fr.socle.demarches.depot.CorrectionStore.Asked;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Etape;
import fr.socle.demarches.messagerie.DossierMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the usager and the service wrote to each other; a correction that the service asked for is a
 * message too.
 *
 * @param email of the usager; of an agent the service's name, because the usager reads no agent's
 * @param discardedAt when the service took it back; then its body is empty
 */
public record MessageView(
        String id,
        String email,
        String body,
        Instant createdAt,
        @Nullable Instant discardedAt,
        @Nullable Correction correction,
        List<FileView> attachments) {

    private static final String KIND = "Commentaire";

    /**
     * @param dateResolution when the usager answered, or the service went on without; null: it
     *     waits
     */
    public record Correction(String reason, @Nullable Instant dateResolution) {}

    public @Nullable FileView attachment() {
        return attachments.isEmpty() ? null : attachments.getFirst();
    }

    /** The name of a message in the contract. */
    public static String idOf(UUID message) {
        return TypedId.of(KIND, message);
    }

    /** The message that a client names; empty for one that asks for a correction too. */
    public static Optional<UUID> read(String id) {
        try {
            return TypedId.read(KIND, id).map(UUID::fromString);
        } catch (IllegalArgumentException notOfOurs) {
            return Optional.empty();
        }
    }

    /** The oldest first. */
    static List<MessageView> of(List<Etape> etapes, Batch batch, Depose dossier, int number) {
        var messages = new ArrayList<MessageView>();
        var beside = batch.beside();
        for (var it : beside.messages(dossier.id())) {
            messages.add(message(it, dossier, beside.piece(it).map(batch::file)));
        }
        var asked = beside.corrections(dossier.id());
        for (int rank = 0; rank < etapes.size(); rank++) {
            var etape = etapes.get(rank);
            if (etape.event() == Etape.Event.CORRECTION_DEMANDEE) {
                messages.add(
                        new MessageView(
                                TypedId.of(KIND, number + "-" + rank),
                                dossier.fiche().guichet().serviceName(),
                                etape.message(),
                                etape.at(),
                                null,
                                correction(asked, etapes, rank),
                                List.of()));
            }
        }
        messages.sort(Comparator.comparing(MessageView::createdAt));
        return messages;
    }

    private static MessageView message(
            DossierMessage it, Depose dossier, Optional<FileView> joined) {
        var fiche = dossier.fiche();
        return new MessageView(
                idOf(it.id()),
                it.fromAgent() ? fiche.guichet().serviceName() : fiche.usager().email().value(),
                it.body(),
                it.sentAt(),
                it.discardedAt(),
                null,
                joined.stream().toList());
    }

    /** Corrections of before reasons were kept were asked because something was incorrect. */
    private static Correction correction(List<Asked> asked, List<Etape> etapes, int rank) {
        var at = etapes.get(rank).at();
        return asked.stream()
                .filter(it -> it.askedAt().equals(at))
                .findFirst()
                .map(it -> new Correction(it.reason().code(), it.resolvedAt()))
                .orElseGet(() -> new Correction("incorrect", resolved(etapes, rank)));
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
