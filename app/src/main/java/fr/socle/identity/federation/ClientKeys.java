package fr.socle.identity.federation;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import fr.socle.identity.broker.ServiceHttp;
import fr.socle.identity.broker.UpstreamFailure;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The public keys of services: as registered, or fetched from their address, of which 64 kB are
 * read within six seconds. Kept ten minutes; when none fits they are read again, at most once in
 * ten seconds. Stale ones serve on while the address is down.
 */
@Component
public class ClientKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ClientKeys.class);
    private static final int LARGEST = 64 * 1024;
    private static final int MOST = 50;
    private static final int MOST_WAITING = 20;
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration NOT_SOONER = Duration.ofSeconds(10);

    /**
     * @param triedAt when the address was last asked, whatever it said
     */
    private record Read(List<JWK> keys, Instant triedAt) {}

    /** Who reads an address, and who waits for that. */
    private record Door(ReentrantLock reading, Semaphore waiting) {

        Door() {
            this(new ReentrantLock(), new Semaphore(MOST_WAITING));
        }
    }

    private final ServiceHttp http;
    private final Clock clock;
    private final Map<String, Read> reads = new ConcurrentHashMap<>();
    private final Map<String, Door> doors = new ConcurrentHashMap<>();

    ClientKeys(ServiceHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /** Those that fit; empty when the service has none, or its address is down. */
    public List<JWK> fitting(Client client, Predicate<JWK> fits) {
        var keys = client.keys();
        if (keys.jwks() != null) {
            return parsed(keys.jwks()).stream().filter(fits).toList();
        }
        var address = keys.jwksUri();
        if (address == null) {
            return List.of();
        }
        var known = reads.get(address);
        var found = known == null ? List.<JWK>of() : filtered(known, fits);
        if (known != null && isRecent(known, found.isEmpty() ? NOT_SOONER : FRESH)) {
            return found;
        }
        return filtered(readAgain(address, known), fits);
    }

    private boolean isRecent(Read read, Duration age) {
        return read.triedAt().plus(age).isAfter(clock.instant());
    }

    private static List<JWK> filtered(Read read, Predicate<JWK> fits) {
        return read.keys().stream().filter(fits).toList();
    }

    /**
     * One reads at a time. The others go on with what is known; while nothing is, a few wait, so
     * that a slow address does not take every thread of the house.
     */
    private Read readAgain(String address, @Nullable Read known) {
        var door = doors.computeIfAbsent(address, _ -> new Door());
        if (known != null) {
            return door.reading().tryLock() ? readBehind(door, address, known) : known;
        }
        if (!door.waiting().tryAcquire()) {
            return new Read(List.of(), clock.instant());
        }
        try {
            door.reading().lock();
            return readBehind(door, address, null);
        } finally {
            door.waiting().release();
        }
    }

    private Read readBehind(Door door, String address, @Nullable Read known) {
        try {
            var meanwhile = reads.get(address);
            if (meanwhile != null && meanwhile != known) {
                return meanwhile;
            }
            var before = known == null ? List.<JWK>of() : known.keys();
            var read = new Read(fetched(address, before), clock.instant());
            reads.put(address, read);
            return read;
        } finally {
            door.reading().unlock();
        }
    }

    private List<JWK> fetched(String address, List<JWK> before) {
        try {
            var answer = http.get(address, LARGEST);
            var keys = answer.status() == 200 ? parsed(answer.body()) : List.<JWK>of();
            return keys.isEmpty() ? before : keys;
        } catch (UpstreamFailure failed) {
            LOG.warn("keys of a service: {}", failed.getMessage());
            return before;
        }
    }

    /** Public ones: whoever publishes a private key has none. */
    private static List<JWK> parsed(String text) {
        try {
            var keys = JWKSet.parse(text).getKeys();
            return keys.stream().filter(it -> !it.isPrivate()).limit(MOST).toList();
        } catch (ParseException unreadable) {
            LOG.warn("keys of a service cannot be read");
            return List.of();
        }
    }
}
