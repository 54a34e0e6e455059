package fr.socle.identity.partner.meter;

import fr.socle.identity.partner.meter.Activity.Point;
import fr.socle.identity.partner.meter.CounterStore.Minute;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Shows a service what happened to its requests, two seconds ago at the latest. */
@Component
public class Activities {

    private final CounterStore store;
    private final Clock clock;

    Activities(CounterStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Activity of(String clientId, Window window) {
        var now = clock.instant();
        var from = window.from(now);
        return new Activity(
                window,
                now,
                store.lines(clientId, from),
                points(store.minutes(clientId, from), window, from));
    }

    private static List<Point> points(List<Minute> minutes, Window window, Instant from) {
        var signIns = new long[window.steps()];
        var errors = new long[window.steps()];
        for (var it : minutes) {
            int at = (int) Duration.between(from, it.minute()).dividedBy(window.step());
            if (it.step() == Step.SIGN_IN) {
                signIns[at] += it.total();
            } else if (!it.outcome().equals(Activity.OK)) {
                errors[at] += it.total();
            }
        }
        return IntStream.range(0, window.steps())
                .mapToObj(
                        i ->
                                new Point(
                                        from.plus(window.step().multipliedBy(i)),
                                        signIns[i],
                                        errors[i]))
                .toList();
    }
}
