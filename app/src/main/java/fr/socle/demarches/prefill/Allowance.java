package fr.socle.demarches.prefill;

import fr.socle.house.Origins;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often one address calls on this node: the original's fifteen calls in fifteen seconds. Each
 * address is a leaky bucket that one moment tells, the one at which it will be empty.
 */
@Component
class Allowance {

    static final int CALLS = 15;
    static final Duration WITHIN = Duration.ofSeconds(15);

    private static final long EACH = WITHIN.toMillis() / CALLS;
    private static final int MOST_ADDRESSES = 20_000;

    private final Origins origins;
    private final Clock clock;
    private final Map<String, Long> emptyAt = new Recent();

    Allowance(Origins origins, Clock clock) {
        this.origins = origins;
        this.clock = clock;
    }

    /** After how long this call would be answered; zero: now, and it is counted. */
    Duration taken(HttpServletRequest request) {
        return taken(origins.of(request));
    }

    Duration taken(String origin) {
        long now = clock.millis();
        synchronized (emptyAt) {
            long before = Math.max(now, emptyAt.getOrDefault(origin, now));
            long wait = before - now - (CALLS - 1) * EACH;
            if (wait > 0) {
                return Duration.ofMillis(wait);
            }
            emptyAt.put(origin, before + EACH);
            return Duration.ZERO;
        }
    }

    /** Forgets the address that called longest ago. */
    private static final class Recent extends LinkedHashMap<String, Long> {

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_ADDRESSES;
        }
    }
}
