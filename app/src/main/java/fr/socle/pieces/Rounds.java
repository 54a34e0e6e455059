package fr.socle.pieces;

import fr.socle.pieces.depot.Depot;
import fr.socle.pieces.store.ScanStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the block does by itself, and what it shows of itself: metrics and health. */
@Component("piecesHealthIndicator")
class Rounds implements HealthIndicator {

    private final Purge purge;
    private final Sweeper sweeper;
    private final Depot depot;
    private final ScanStore scans;
    private final PiecesSettings settings;
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();

    Rounds(Purge purge, Sweeper sweeper, Desk.House house, ScanStore scans, MeterRegistry meters) {
        this.purge = purge;
        this.sweeper = sweeper;
        this.depot = house.depot();
        this.scans = scans;
        this.settings = house.settings();
        meters.gauge("socle.pieces.lost", lost);
        meters.gauge("socle.pieces.waiting", waiting);
        meters.gauge("socle.pieces.free.bytes", depot, Depot::freeBytes);
    }

    @Scheduled(initialDelayString = "PT20S", fixedRateString = "PT1M")
    void everyMinute() {
        purge.due();
        purge.files();
        waiting.set(scans.waiting());
    }

    @Scheduled(initialDelayString = "PT5M", fixedRateString = "PT12H")
    void twiceADay() throws IOException {
        sweeper.removeOrphans();
        lost.set(sweeper.lost().size());
    }

    /**
     * Little room is told and takes no node out of service: what is there can still be read, and
     * all nodes share the depot.
     */
    @Override
    public Health health() {
        long free = depot.freeBytes();
        return Health.up()
                .withDetail("freeBytes", free)
                .withDetail("lowSpace", free < settings.lowSpace().toBytes())
                .withDetail("lostFiles", lost.get())
                .withDetail("waitingForScan", waiting.get())
                .build();
    }
}
