package fr.socle.avis.observatoire.edition;

import fr.socle.avis.observatoire.edition.Measuring.Counted;
import fr.socle.avis.observatoire.indicator.Board;
import fr.socle.avis.observatoire.indicator.Judgement;
import fr.socle.avis.observatoire.indicator.Quarter;
import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.avis.observatoire.probe.Uptime;
import fr.socle.demarches.DemarcheFigures.Activity;
import fr.socle.demarches.DemarcheId;
import fr.socle.ui.UiSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The board of the last three months. Each node counts it anew every ten seconds, if asked, and
 * what is dear to count once a minute; the opinions on one procedure are those of this moment.
 */
@Service
public class LiveBoard {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration COUNTED_FRESH = Duration.ofMinutes(1);
    private static final int MONTHS = 3;

    private final Measuring measuring;
    private final UiSettings settings;
    private final Clock clock;

    private @Nullable Kept<Board> board;
    private @Nullable Kept<Counted> counted;

    private record Kept<T>(T value, Instant until) {}

    LiveBoard(Measuring measuring, UiSettings settings, Clock clock) {
        this.measuring = measuring;
        this.settings = settings;
        this.clock = clock;
    }

    /** At most ten seconds old. */
    public synchronized Board get() {
        var now = clock.instant();
        var present = board;
        if (present == null || now.isAfter(present.until())) {
            var fresh = measuring.board(first(), today(), enough(), counted());
            present = new Kept<>(fresh, now.plus(FRESH));
            board = present;
        }
        return present.value();
    }

    /** One procedure, with what people said of it up to this moment. */
    public Board.Line line(ListedDemarche demarche) {
        return measuring.line(demarche, first(), today(), enough(), counted());
    }

    /** What happened in this procedure of this house; empty when nothing did. */
    public Optional<Activity> activity(UUID demarche) {
        return Optional.ofNullable(counted().activity().get(new DemarcheId(demarche)));
    }

    /** What the prober saw of it. */
    public Uptime uptime(UUID demarche) {
        return counted().uptimes().getOrDefault(demarche, Uptime.NONE);
    }

    public LocalDate first() {
        return today().minusMonths(MONTHS).plusDays(1);
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(Quarter.PARIS));
    }

    /** A demonstration has few opinions and shows them all the same, with their number. */
    public long enough() {
        return settings.demonstration() ? 1 : Judgement.ENOUGH;
    }

    private synchronized Counted counted() {
        var now = clock.instant();
        var present = counted;
        if (present == null || now.isAfter(present.until())) {
            present = new Kept<>(measuring.count(first(), today()), now.plus(COUNTED_FRESH));
            counted = present;
        }
        return present.value();
    }
}
