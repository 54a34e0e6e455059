package fr.socle.habilitations.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act told to one program.
 *
 * @param event the kind of the journal's entry, as in {@code habilitations.accordee}
 * @param state {@code en-attente}, {@code livree} or {@code abandonnee}
 * @param tried the oldest first
 */
public record Delivery(
        UUID id,
        UUID webhook,
        String event,
        UUID demande,
        String state,
        Instant dueAt,
        Instant createdAt,
        List<Attempt> tried) {

    public Delivery {
        tried = List.copyOf(tried);
    }

    /**
     * @param status of the answer; null when none came
     * @param fault why it did not arrive; empty when it did
     */
    public record Attempt(Instant at, @Nullable Integer status, String fault) {}

    /** Whether it can be sent once more: what waits leaves by itself. */
    public boolean replayable() {
        return !state.equals("en-attente");
    }
}
