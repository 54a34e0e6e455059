package fr.socle.identity.usager;

import fr.socle.identity.federation.OurClients;
import fr.socle.identity.usager.store.LineStore;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The services to which a person is signed in. No service says when its session ends, so that a
 * sign-in counts for as long as a session of the federation lives, unless the person left.
 */
@Component
public class InUse {

    private static final Duration SESSION = Duration.ofMinutes(30);

    private final LineStore lines;
    private final Clock clock;

    InUse(LineStore lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * The client ids, the pages of this house among them: nobody asks who is not signed in here.
     */
    public Set<String> services(PersonRef person) {
        var using = new HashSet<>(lines.usedSince(person, clock.instant().minus(SESSION)));
        using.add(OurClients.USAGERS);
        return using;
    }
}
