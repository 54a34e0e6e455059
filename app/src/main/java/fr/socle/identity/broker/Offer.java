package fr.socle.identity.broker;

import org.jspecify.annotations.Nullable;

/**
 * A provider on the page of choice.
 *
 * @param refusal message key of why it cannot be chosen now; null when it can
 */
public record Offer(Provider provider, @Nullable String refusal) {

    public boolean usable() {
        return refusal == null;
    }
}
