package fr.socle.exchange.provider;

import fr.socle.exchange.Answer.Failure;
import fr.socle.exchange.dataset.Inspection;
import java.time.Duration;

/** What was seen of a provider that was tried: never a value. */
public sealed interface ProviderLook {

    Duration took();

    /** It answered 200. */
    record Answered(Inspection seen, Duration took) implements ProviderLook {}

    /**
     * It does not know whom it was asked about.
     *
     * @param several whether that is because it knows more than one
     */
    record NotFound(int status, boolean several, Duration took) implements ProviderLook {}

    /**
     * @param status 0 when there was no answer
     */
    record Failed(int status, Failure failure, Duration took) implements ProviderLook {}
}
