package fr.socle.exchange.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What a provider answered. */
public sealed interface ProviderAnswer {

    /**
     * @param values everything that the contract allows, by code
     * @param sourceTime when it answered, by its own clock when it tells
     * @param beyond how many members it gave that its contract does not name
     */
    record Found(Map<String, String> values, Instant sourceTime, int beyond)
            implements ProviderAnswer {
        public Found {
            values = Map.copyOf(values);
        }
    }

    /** It does not know the person, or knows several. */
    record NotFound() implements ProviderAnswer {}

    /**
     * It is down, slow, or answered what its contract does not allow.
     *
     * @param why for the log; never holds what it answered
     */
    record Failed(String why, Duration retryIn) implements ProviderAnswer {}
}
