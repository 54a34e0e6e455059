package fr.socle.exchange.provider;

import fr.socle.exchange.store.PulseStore;
import fr.socle.exchange.store.PulseStore.Day;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether providers answer, as the exchanges themselves saw it: nobody's data. */
@Component
public class Health {

    private static final Duration LATELY = Duration.ofMinutes(15);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final PulseStore pulse;
    private final Clock clock;

    Health(PulseStore pulse, Clock clock) {
        this.pulse = pulse;
        this.clock = clock;
    }

    /** In the words of the contract. */
    public enum Status {
        OK("ok"),
        /** It answers badly, or its operator cut it off. */
        BAD_GATEWAY("bad_gateway"),
        /** Nobody asked lately. */
        UNKNOWN("unknown");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * @param update when it answered last; null when it never did
     * @param lastOk when it last answered well; null when it never did
     */
    public record Now(Status status, @Nullable Instant update, @Nullable Instant lastOk) {}

    public Now now(Provider provider) {
        var line = pulse.find(provider.code()).orElse(null);
        return line == null
                ? new Now(status(provider, null), null, null)
                : new Now(status(provider, line), line.at(), line.lastOk());
    }

    private Status status(Provider provider, PulseStore.@Nullable Line line) {
        if (!provider.inService()) {
            return Status.BAD_GATEWAY;
        }
        if (line == null || line.at().isBefore(clock.instant().minus(LATELY))) {
            return Status.UNKNOWN;
        }
        return line.ok() ? Status.OK : Status.BAD_GATEWAY;
    }

    /** The last ninety days of which something is known, the latest first. */
    public List<Day> days(String code) {
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        return pulse.days(code, today.minusDays(Pulse.DAYS - 1L));
    }

    /** Today, in Paris. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }
}
