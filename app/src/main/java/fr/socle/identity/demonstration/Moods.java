package fr.socle.identity.demonstration;

import fr.socle.identity.broker.Lately;
import fr.socle.identity.store.DemonstrationMoodStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** How the made-up providers and register behave now, on every node within a second. */
@Component
public class Moods {

    /** Stands for the register of civil status. */
    public static final String REGISTER = "rnipp";

    /** Longer than the federation waits. */
    private static final Duration LATE = Duration.ofSeconds(8);

    private final DemonstrationMoodStore store;
    private final Lately<Mood> moods;

    Moods(DemonstrationMoodStore store, Clock clock) {
        this.store = store;
        this.moods = new Lately<>(it -> Optional.of(read(it)), clock);
    }

    private Mood read(String uid) {
        return store.find(uid).flatMap(Mood::of).orElse(Mood.NORMAL);
    }

    public Mood of(String uid) {
        return moods.of(uid).orElse(Mood.NORMAL);
    }

    public void set(String uid, Mood mood) {
        store.write(uid, mood.code());
        moods.forget(uid);
    }

    /**
     * Makes who asks wait, or get nothing, when it is in that mood.
     *
     * @throws ResponseStatusException 503 when it is down
     */
    public Mood suffered(String uid) {
        var mood = of(uid);
        if (mood == Mood.PANNE) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        if (mood == Mood.LENT) {
            try {
                Thread.sleep(LATE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return mood;
    }
}
