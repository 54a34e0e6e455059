package fr.socle.notifications.delivery;

import fr.socle.notifications.outbox.DeadLetters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether e-mails leave. A warning does not turn readiness off: pages work without a mail server,
 * and letters wait.
 */
@Component("courriels")
class MailHealth implements HealthIndicator, MeterBinder {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final DeadLetters letters;
    private final Post post;
    private final Clock clock;

    MailHealth(DeadLetters letters, Post post, Clock clock) {
        this.letters = letters;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public Health health() {
        if (post.closed()) {
            return Health.status("WARNING")
                    .withDetail("reason", "socle.mail.host is not set")
                    .build();
        }
        var late = clock.instant().minus(PATIENCE);
        return letters.oldestDue().filter(it -> it.isBefore(late)).isPresent()
                ? Health.status("WARNING").withDetail("reason", "e-mails wait over an hour").build()
                : Health.up().build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("socle.notifications.waiting", letters, DeadLetters::waiting)
                .description("e-mails that will still be tried")
                .register(registry);
        Gauge.builder("socle.notifications.undelivered", letters, DeadLetters::count)
                .description("e-mails that could not be delivered")
                .register(registry);
    }
}
