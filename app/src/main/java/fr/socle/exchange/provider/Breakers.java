package fr.socle.exchange.provider;

import fr.socle.exchange.Answer.Failure;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Spares a provider that is down, and those who would wait for it: once most of its last calls
 * failed, it is not asked for a while, then once to see. Each node judges by its own calls.
 */
public final class Breakers {

    private final CircuitBreakerRegistry breakers;
    private final Duration pause;

    /**
     * @param pause how long a failing provider is not asked
     */
    public Breakers(Duration pause) {
        this.pause = pause;
        this.breakers =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(10)
                                .minimumNumberOfCalls(5)
                                .failureRateThreshold(60)
                                .waitDurationInOpenState(pause)
                                .permittedNumberOfCallsInHalfOpenState(1)
                                .build());
    }

    /** How long a failing provider is not asked. */
    public Duration pause() {
        return pause;
    }

    /** Whether the provider is not to be asked now. */
    public boolean spares(String provider) {
        var state = breaker(provider);
        if (state.tryAcquirePermission()) {
            state.releasePermission();
            return false;
        }
        return true;
    }

    /** Asks, unless the provider is spared. */
    public ProviderAnswer through(String provider, Supplier<ProviderAnswer> call) {
        var breaker = breaker(provider);
        if (!breaker.tryAcquirePermission()) {
            return new ProviderAnswer.Failed(Failure.DOWN, "spared after failures", pause);
        }
        var answer = answered(breaker, call);
        switch (answer) {
            case ProviderAnswer.Found _, ProviderAnswer.Flowing _, ProviderAnswer.NotFound _ ->
                    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            case ProviderAnswer.Failed(_, var why, _) ->
                    breaker.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException(why));
        }
        return answer;
    }

    private static ProviderAnswer answered(CircuitBreaker breaker, Supplier<ProviderAnswer> call) {
        try {
            return call.get();
        } catch (RuntimeException surprise) {
            breaker.onError(0, TimeUnit.NANOSECONDS, surprise);
            throw surprise;
        }
    }

    private CircuitBreaker breaker(String provider) {
        return breakers.circuitBreaker(provider);
    }
}
