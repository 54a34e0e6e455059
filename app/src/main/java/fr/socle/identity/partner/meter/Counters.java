package fr.socle.identity.partner.meter;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts in memory and writes every two seconds: no request waits for a counter, and no transaction
 * of a sign-in holds one. A node that is killed loses what it had counted since its last round.
 */
@Component
public class Counters {

    /** How far back a service sees. */
    public static final Duration KEPT = Duration.ofDays(8);

    private static final Logger LOG = LoggerFactory.getLogger(Counters.class);

    /** Beyond it a database that is away for long would fill the memory. */
    private static final int MOST = 20_000;

    private static final int LONGEST_OUTCOME = 60;

    private final CounterStore store;
    private final Clock clock;
    private final Map<Tally.Key, Tally> tallies = new ConcurrentHashMap<>();

    Counters(CounterStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param clientId of a client that exists
     * @param outcome {@code ok}, an OAuth error or a level: never anything of a person
     */
    public void note(String clientId, Step step, String outcome, Duration took) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var word = outcome.length() > LONGEST_OUTCOME ? "other" : outcome;
        var key = new Tally.Key(clientId, minute, step, word);
        if (tallies.size() < MOST || tallies.containsKey(key)) {
            tallies.compute(key, (_, it) -> (it == null ? new Tally() : it).add(took.toMillis()));
        }
    }

    /** In the order of the keys, so that two nodes never wait for each other's rows. */
    @Scheduled(fixedDelayString = "PT2S")
    void write() {
        var taken = new TreeMap<Tally.Key, Tally>();
        for (var key : tallies.keySet()) {
            var tally = tallies.remove(key);
            if (tally != null) {
                taken.put(key, tally);
            }
        }
        try {
            store.add(taken);
        } catch (DataAccessException away) {
            LOG.warn("counters wait: {}", away.getMessage());
            taken.forEach((key, it) -> tallies.merge(key, it, Tally::add));
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void purge() {
        store.purge(clock.instant().minus(KEPT));
    }
}
