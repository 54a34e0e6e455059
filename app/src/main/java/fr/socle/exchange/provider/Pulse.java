package fr.socle.exchange.provider;

import fr.socle.exchange.store.PulseStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Notes how providers answer, seldom enough to cost nothing. */
@Component
public class Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final PulseStore store;
    private final Clock clock;
    private final Map<String, Noted> noted = new ConcurrentHashMap<>();

    private record Noted(boolean ok, Instant at) {}

    Pulse(PulseStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The same answer, noted; a person whom the provider does not know is no failure. */
    public ProviderAnswer saw(String code, ProviderAnswer answer) {
        var ok =
                switch (answer) {
                    case ProviderAnswer.Found _, ProviderAnswer.NotFound _ -> true;
                    case ProviderAnswer.Failed _ -> false;
                };
        var now = clock.instant();
        var before = noted.get(code);
        if (before == null || before.ok() != ok || now.isAfter(before.at().plus(EVERY))) {
            noted.put(code, new Noted(ok, now));
            write(code, ok, now);
        }
        return answer;
    }

    /** A note that is missed stops nobody. */
    private void write(String code, boolean ok, Instant now) {
        try {
            store.write(code, ok, now);
        } catch (DataAccessException silent) {
            LOG.warn("the state of a provider was not noted", silent);
        }
    }
}
