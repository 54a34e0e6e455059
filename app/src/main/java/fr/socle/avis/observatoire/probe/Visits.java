package fr.socle.avis.observatoire.probe;

import fr.socle.avis.observatoire.indicator.Quarter;
import fr.socle.house.Origins;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How long visitors' browsers waited for the pages of procedures of this house. A number is added
 * to the day's sum, and nothing tells whose it was. Of one address three are counted in a minute,
 * of all two thousand: who sends more changes nothing more. Addresses stay in the memory of this
 * node for that minute.
 */
@Component
public class Visits {

    private static final int MOST_OF_ONE = 3;
    private static final int MOST = 2000;

    private final ProbeStore store;
    private final Origins origins;
    private final Clock clock;

    private Map<UUID, Sum> sums = new HashMap<>();
    private final Map<String, Integer> lately = new HashMap<>();
    private int counted;

    private record Sum(long visits, long waited) {

        Sum plus(Sum other) {
            return new Sum(visits + other.visits, waited + other.waited);
        }
    }

    Visits(ProbeStore store, Origins origins, Clock clock) {
        this.store = store;
        this.origins = origins;
        this.clock = clock;
    }

    /**
     * @param millis until all of the page was there
     */
    public synchronized void add(UUID demarche, long millis, HttpServletRequest request) {
        if (counted < MOST && lately.merge(origins.of(request), 1, Integer::sum) <= MOST_OF_ONE) {
            counted++;
            sums.merge(demarche, new Sum(1, millis), Sum::plus);
        }
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    synchronized void forget() {
        lately.clear();
        counted = 0;
    }

    /** What a node that dies has not written yet is lost: a few of many. */
    @PreDestroy
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT20S")
    void write() {
        var day = LocalDate.now(clock.withZone(Quarter.PARIS));
        try {
            taken().forEach((id, sum) -> store.visited(id, day, sum.visits(), sum.waited()));
        } catch (DataAccessException unavailable) {
            // a few of many
        }
    }

    private synchronized Map<UUID, Sum> taken() {
        var taken = sums;
        sums = new HashMap<>();
        return taken;
    }
}
