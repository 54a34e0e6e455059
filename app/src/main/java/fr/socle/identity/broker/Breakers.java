package fr.socle.identity.broker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Spares a provider that is down, and those who would wait for it: once most of its last calls
 * failed, it is not asked for half a minute, then once to see. Each node judges by its own calls;
 * only the provider's own failures count, for nobody may close it to others by bringing nonsense.
 */
@Component
public class Breakers {

    /** How long a failing provider is not asked. */
    public static final Duration PAUSE = Duration.ofSeconds(30);

    /** Something that may fail upstream. */
    @FunctionalInterface
    public interface Call<T> {
        T get() throws UpstreamFailure;
    }

    private final CircuitBreakerRegistry breakers =
            CircuitBreakerRegistry.of(
                    CircuitBreakerConfig.custom()
                            .slidingWindowSize(10)
                            .minimumNumberOfCalls(5)
                            .failureRateThreshold(60)
                            .waitDurationInOpenState(PAUSE)
                            .permittedNumberOfCallsInHalfOpenState(1)
                            .build());

    /** Whether it is not to be asked now. */
    public boolean spares(String name) {
        var breaker = breaker(name);
        if (breaker.tryAcquirePermission()) {
            breaker.releasePermission();
            return false;
        }
        return true;
    }

    /**
     * Asks, unless it is spared.
     *
     * @param spared what a spared one amounts to
     */
    public <T> T through(String name, UpstreamFault spared, Call<T> call) throws UpstreamFailure {
        var breaker = breaker(name);
        if (!breaker.tryAcquirePermission()) {
            throw new UpstreamFailure(spared, name + " is spared after failures");
        }
        try {
            var answer = call.get();
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            return answer;
        } catch (UpstreamFailure failed) {
            if (failed.fault().ofTheOther()) {
                breaker.onError(0, TimeUnit.NANOSECONDS, failed);
            } else {
                breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            }
            throw failed;
        } catch (RuntimeException surprise) {
            breaker.onError(0, TimeUnit.NANOSECONDS, surprise);
            throw surprise;
        }
    }

    private CircuitBreaker breaker(String name) {
        return breakers.circuitBreaker(name);
    }
}
