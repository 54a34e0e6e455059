package fr.socle.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.house.Tries.Door;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TriesTests {

    private static final Door DOOR = new Door("essai", true);
    private static final Door ALONE = new Door("seul", false);
    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";

    private volatile Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Tries tries =
            new Tries(
                    new TriesSettings(5, 50, Duration.ofMinutes(5)),
                    new Origins(new OriginSettings(List.of())),
                    clock(),
                    meters);

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private void wrong(Door door, String name, String origin) {
        tries.begin(door, name, origin).wrong();
    }

    private void fails(int times, String name, String origin) {
        for (int i = 0; i < times; i++) {
            wrong(DOOR, name, origin);
        }
    }

    private void isHeldUp(Door door, String name, String origin) {
        assertThatThrownBy(() -> tries.begin(door, name, origin)).isInstanceOf(TooManyTries.class);
    }

    private void isLetThrough(Door door, String name, String origin) {
        assertThatCode(() -> tries.begin(door, name, origin)).doesNotThrowAnyException();
    }

    @Test
    void whoIsWrongTooOftenWaitsAndNobodyElseDoes() {
        fails(5, "cible", HERE);
        isHeldUp(DOOR, "cible", HERE);
        isLetThrough(DOOR, "cible", THERE);
        isLetThrough(DOOR, "une autre", HERE);
        isLetThrough(ALONE, "cible", HERE);
    }

    @Test
    void triesComeBackOneByOne() {
        fails(5, "cible", HERE);
        assertThatThrownBy(() -> tries.begin(DOOR, "cible", HERE))
                .isInstanceOfSatisfying(
                        TooManyTries.class,
                        it -> {
                            assertThat(it.seconds()).isEqualTo(60);
                            assertThat(it.getHeaders().getFirst("Retry-After")).isEqualTo("60");
                            assertThat(it.getStatusCode().value()).isEqualTo(429);
                        });
        now = now.plusSeconds(59);
        isHeldUp(DOOR, "cible", HERE);
        now = now.plusSeconds(1);
        wrong(DOOR, "cible", HERE);
        isHeldUp(DOOR, "cible", HERE);
        now = now.plus(Duration.ofMinutes(5));
        fails(5, "cible", HERE);
    }

    @Test
    void knockingMeanwhileDoesNotMakeTheWaitLonger() {
        fails(5, "cible", HERE);
        for (int i = 0; i < 1000; i++) {
            isHeldUp(DOOR, "cible", HERE);
        }
        now = now.plusSeconds(60);
        isLetThrough(DOOR, "cible", HERE);
    }

    @Test
    void rightTriesAreNeverTooMany() {
        for (int i = 0; i < 10_000; i++) {
            tries.begin(DOOR, "juste", HERE).right();
        }
        isLetThrough(DOOR, "juste", HERE);
    }

    @Test
    void oneAddressCannotTryManyNames() {
        for (int i = 0; i < 50; i++) {
            wrong(DOOR, "nom-" + i, HERE);
        }
        isHeldUp(DOOR, "encore un autre", HERE);
        isLetThrough(DOOR, "encore un autre", THERE);
        isLetThrough(ALONE, "encore un autre", HERE);
    }

    @Test
    void whoWasRightFromAnAddressIsNotHeldUpByItsOtherGuests() {
        tries.begin(DOOR, "honnête", HERE).right();
        for (int i = 0; i < 50; i++) {
            wrong(DOOR, "nom-" + i, HERE);
        }
        isLetThrough(DOOR, "honnête", HERE);
        fails(5, "honnête", HERE);
        isHeldUp(DOOR, "honnête", HERE);
        isHeldUp(DOOR, "nouveau", HERE);
        now = now.plus(Duration.ofDays(1));
        for (int i = 0; i < 50; i++) {
            wrong(DOOR, "plus-tard-" + i, HERE);
        }
        isHeldUp(DOOR, "honnête", HERE);
    }

    @Test
    void whereStrangersCanMakeOthersFailOnlyTheSameThingIsHeldUp() {
        for (int i = 0; i < 1000; i++) {
            wrong(ALONE, "code-" + i, HERE);
        }
        isLetThrough(ALONE, "un bon code", HERE);
    }

    @Test
    void ofManyAtOnceOnlySoManyLearnThatTheyWereWrong() throws InterruptedException {
        var told = new AtomicInteger();
        var heldUp = new AtomicInteger();
        var together = new CountDownLatch(200);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.execute(
                        () -> {
                            try {
                                var attempt = tries.begin(DOOR, "cible", HERE);
                                together.countDown();
                                together.await();
                                attempt.wrong();
                                told.incrementAndGet();
                            } catch (TooManyTries many) {
                                heldUp.incrementAndGet();
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                        });
            }
        }
        assertThat(told).hasValue(5);
        assertThat(heldUp).hasValue(195);
        assertThat(meters.counter("socle.tries.wrong", "door", "essai").count()).isEqualTo(5);
        assertThat(meters.counter("socle.tries.refused", "door", "essai").count()).isEqualTo(195);
    }

    @Test
    void aMillionMadeUpNamesTakeNoMemoryAndHoldUpNobody() {
        fails(5, "cible", HERE);
        tries.begin(DOOR, "honnête", HERE).right();
        var before = used();
        for (int i = 0; i < 1_000_000; i++) {
            wrong(DOOR, "nom-" + i, "2001:db8:" + Integer.toHexString(i));
        }
        assertThat(used() - before).isLessThan(8L << 20);
        isLetThrough(DOOR, "honnête", HERE);
        isLetThrough(DOOR, "quelqu’un", THERE);
        isHeldUp(DOOR, "cible", HERE);
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void limitsThatAreNoneStopTheStart() {
        assertThatThrownBy(() -> new TriesSettings(0, 300, Duration.ofMinutes(5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TriesSettings(20, 300, Duration.ofMillis(299)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
