package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final InstantSource clock = now::get;
    private final Ids ids = new Ids(clock, new SecureRandom());

    @Test
    void anIdIsOfVersionSevenAndTellsItsTime() {
        var id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Ids.madeAt(id)).isEqualTo(NOON);
    }

    @Test
    void idsGrowWithinAMillisecondAndWhenTheClockStepsBack() {
        var first = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();
        now.set(NOON.minusSeconds(60));
        var later = Stream.generate(ids::next).limit(100).map(UUID::toString).toList();
        var all = Stream.concat(first.stream(), later.stream()).toList();
        assertThat(all).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aLaterMomentGivesAHigherId() {
        var before = ids.next();
        now.set(NOON.plusMillis(1));
        assertThat(ids.next().toString()).isGreaterThan(before.toString());
        assertThat(Ids.madeAt(ids.next())).isEqualTo(NOON.plusMillis(1));
    }

    @Test
    void concurrentCallersNeverGetTheSameId() throws InterruptedException {
        Set<UUID> all = Collections.synchronizedSet(new HashSet<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> Stream.generate(ids::next).limit(500).forEach(all::add));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(all).hasSize(10_000);
    }

    @Test
    void whatIsNoIdIsNone() {
        var id = UUID.randomUUID();
        assertThat(Ids.parse(id.toString())).contains(id);
        for (var text : new String[] {"", "x", "0".repeat(36), "1-1-1-1-1", id + " "}) {
            assertThat(Ids.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void anIdOfAnotherKindHasNoTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ids.madeAt(UUID.randomUUID()));
    }
}
