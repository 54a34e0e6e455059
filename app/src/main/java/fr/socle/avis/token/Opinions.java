package fr.socle.avis.token;

import fr.socle.avis.store.Opinion;
import fr.socle.avis.store.OpinionStore;
import fr.socle.demarches.DecisionRendue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes opinions, one per token, and counts those who could give one. */
@Service
public class Opinions {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final OpinionStore store;
    private final Clock clock;

    Opinions(OpinionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether this token has served. */
    public boolean given(OpinionToken token) {
        return store.isUsed(token.digest());
    }

    /** Keeps the opinion; false when the token had already served: then nothing changes. */
    @Transactional
    public boolean give(OpinionToken token, Opinion opinion) {
        if (!store.use(token.digest())) {
            return false;
        }
        store.add(token.demarche(), LocalDate.now(clock.withZone(PARIS)), opinion);
        return true;
    }

    /** In the transaction of the decision: a decision is counted exactly when it is made. */
    @EventListener
    void on(DecisionRendue decision) {
        store.addDecision(decision.demarche(), LocalDate.ofInstant(decision.at(), PARIS));
    }
}
