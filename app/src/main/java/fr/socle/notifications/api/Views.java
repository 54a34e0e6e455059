package fr.socle.notifications.api;

import fr.socle.notifications.outbox.DeadLetters.DeadLetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** What the API tells. */
final class Views {

    private Views() {}

    @Schema(description = "Un courriel qui n’a pas pu être remis, sans son contenu")
    record UndeliveredView(
            UUID id,
            String address,
            @Schema(example = "directory.invitation") String category,
            @Schema(example = "recipient") String failure,
            @Schema(description = "Ce que le serveur de courriel a répondu") String reply,
            int attempts,
            Instant since) {

        static UndeliveredView of(DeadLetter it) {
            return new UndeliveredView(
                    it.id(),
                    it.address(),
                    it.category(),
                    it.failure(),
                    it.reply(),
                    it.attempts(),
                    it.since());
        }
    }

    @Schema(description = "Ce qui a été décidé d’un courriel")
    record DecidedView(
            UUID id, @Schema(allowableValues = {"en-attente", "abandonne"}) String state) {}
}
