package fr.socle.exchange.provider;

import fr.socle.exchange.Answer.Failure;
import fr.socle.exchange.Document;
import fr.socle.exchange.flow.Flow;
import java.time.Duration;
import java.time.Instant;

/** What a provider answered. */
public sealed interface ProviderAnswer {

    /**
     * @param document what was granted of it; the rest was dropped as it was read
     * @param beyond how many places it had that its contract does not name
     * @param sourceTime when it answered, by its own clock when it tells
     */
    record Found(Document document, int beyond, Instant sourceTime) implements ProviderAnswer {}

    /**
     * More than is held, on its way.
     *
     * @param flow for whoever may take it; else to be closed
     */
    record Flowing(Flow flow, Instant sourceTime) implements ProviderAnswer {}

    /**
     * It does not know the person.
     *
     * @param several whether that is because it knows more than one
     */
    record NotFound(boolean several) implements ProviderAnswer {}

    /**
     * It is down, slow, or answered what its contract does not allow.
     *
     * @param why for the log; never holds what it answered
     */
    record Failed(Failure failure, String why, Duration retryIn) implements ProviderAnswer {}
}
