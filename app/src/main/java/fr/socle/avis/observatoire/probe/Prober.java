package fr.socle.avis.observatoire.probe;

import fr.socle.avis.observatoire.indicator.Quarter;
import fr.socle.avis.observatoire.listing.Listings;
import fr.socle.avis.observatoire.probe.ProbeStore.Due;
import fr.socle.avis.observatoire.probe.ProbeStore.Seen;
import fr.socle.house.LeasedRounds;
import fr.socle.house.OutsideHttp;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks every listed procedure that is online for its first page, once a minute, whichever node is
 * free. It is up when it answers with a page or sends elsewhere (status 200 to 399) within six
 * seconds; the page's own time counts when it came whole. Only public addresses are gone to, and
 * this house's own.
 */
@Component
public class Prober {

    /** The quarter before the present one must still be there when its edition is made. */
    private static final int KEPT_MONTHS = 7;

    private static final int AT_ONCE = 50;
    private static final int AT_ONE_PLACE = 4;
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final int FIRST_BAD = 400;

    private static final Map<String, String> HEADERS =
            Map.of("Accept", "text/html,*/*;q=0.1", "User-Agent", "Socle-Observatoire/1.0");

    private final ProbeStore store;
    private final Listings listings;
    private final Clock clock;
    private final OutsideHttp outside;
    private final OutsideHttp ours;
    private final LeasedRounds<Due> rounds;

    Prober(ProbeStore store, Listings listings, OutsideHttp http, Clock clock) {
        this.store = store;
        this.listings = listings;
        this.clock = clock;
        this.outside = http.apart(AT_ONE_PLACE);
        this.ours = http.trusting(AT_ONE_PLACE);
        this.rounds =
                new LeasedRounds<>(
                        "probes",
                        AT_ONCE,
                        clock,
                        (now, _, most) -> store.take(now, most),
                        this::ask);
    }

    /** What was seen of each, over these days. */
    public Map<UUID, Uptime> between(LocalDate first, LocalDate last) {
        return store.between(first, last);
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT15S")
    void round() {
        rounds.run();
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT10S")
    void list() {
        try {
            var wanted =
                    listings.all().stream()
                            .filter(it -> !it.facts().address().isEmpty())
                            .filter(it -> it.facts().online().canBeAsked())
                            .map(it -> new Due(it.id(), it.facts().address(), it.onSocle()))
                            .toList();
            store.list(wanted, clock.instant());
        } catch (DataAccessException unavailable) {
            // the next round is a minute away
        }
    }

    @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT12M")
    void purge() {
        store.purge(LocalDate.now(clock.withZone(Quarter.PARIS)).minusMonths(KEPT_MONTHS));
    }

    void ask(Due due) {
        var at = clock.instant();
        store.seen(due.demarche(), at, seen(due));
    }

    private Seen seen(Due due) {
        long begun = System.nanoTime();
        try {
            var status =
                    (due.ours() ? ours : outside).get(due.address(), HEADERS, LARGEST).status();
            long millis = (System.nanoTime() - begun) / 1_000_000;
            return new Seen(status < FIRST_BAD, status / 100 == 2 ? millis : -1);
        } catch (IOException away) {
            // because a page that is too large to read on was there
            return new Seen(String.valueOf(away.getMessage()).contains(OutsideHttp.LARGE), -1);
        }
    }
}
