package fr.socle.identity.registry;

import fr.socle.house.BrokenSeal;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.keys.Secrets;
import fr.socle.kernel.IdentitePivot;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who was found in the last minutes, on this node. Neither a key nor a value shows anybody: the key
 * is an HMAC of the identity that was asked, the answer is sealed for that key and that moment, so
 * that an entry that was moved or kept longer is not believed. Only who was found is remembered.
 */
@Component
class RecentChecks {

    private static final String SECRET = "registry-check";
    private static final String CONTEXT = "identity.registry-check.";
    private static final int MOST = 10_000;

    private record Check(Instant at, byte[] sealed) {}

    /** The first that came is the first to go. */
    private static final class Shelf extends LinkedHashMap<String, Check> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Check> eldest) {
            return size() > MOST;
        }
    }

    private final Secrets secrets;
    private final SealedMap seals;
    private final RegistrySettings settings;
    private final Clock clock;
    private final Shelf shelf = new Shelf();

    RecentChecks(Secrets secrets, SealedMap seals, RegistrySettings settings, Clock clock) {
        this.secrets = secrets;
        this.seals = seals;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<IdentitePivot> find(IdentitePivot asked) {
        var key = key(asked);
        Check entry;
        synchronized (shelf) {
            entry = shelf.get(key);
        }
        return entry != null && entry.at().plus(settings.kept()).isAfter(clock.instant())
                ? opened(key, entry)
                : Optional.empty();
    }

    void keep(IdentitePivot asked, IdentitePivot found) {
        var key = key(asked);
        var now = clock.instant();
        var entry = new Check(now, seals.seal(context(key, now), found.claims()));
        synchronized (shelf) {
            shelf.remove(key);
            shelf.put(key, entry);
        }
    }

    private Optional<IdentitePivot> opened(String key, Check entry) {
        try {
            var claims = seals.open(context(key, entry.at()), entry.sealed());
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
            return IdentitePivot.read(claims, today)
                            instanceof IdentitePivot.Reading.Accepted(var identity)
                    ? Optional.of(identity)
                    : Optional.empty();
        } catch (BrokenSeal moved) {
            return Optional.empty();
        }
    }

    private static String context(String key, Instant at) {
        return CONTEXT + key + "." + at.toEpochMilli();
    }

    /** By the exact writing: another one deserves a look of its own. */
    private String key(IdentitePivot asked) {
        return HexFormat.of().formatHex(secrets.hmac(SECRET, RnippRegistry.query(asked)));
    }
}
