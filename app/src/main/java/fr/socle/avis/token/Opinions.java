package fr.socle.avis.token;

import fr.socle.avis.JudgedId;
import fr.socle.avis.Kind;
import fr.socle.avis.store.Opinion;
import fr.socle.avis.store.OpinionStore;
import fr.socle.avis.store.OpinionStore.Given;
import fr.socle.demarches.DecisionRendue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes opinions, with a token or without, and counts those who could give one. */
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
        return store.add(
                new Given(UUID.randomUUID(), Kind.VERIFIED, JudgedId.of(token.demarche()), today()),
                opinion);
    }

    /**
     * Keeps an opinion that came through a public link, once however often it is sent.
     *
     * @param once drawn at random with the form
     */
    @Transactional
    public void give(JudgedId service, UUID once, Opinion opinion) {
        store.add(new Given(once, Kind.OPEN, service, today()), opinion);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(PARIS));
    }

    /** In the transaction of the decision: a decision is counted exactly when it is made. */
    @EventListener
    void on(DecisionRendue decision) {
        store.addDecision(decision.demarche(), LocalDate.ofInstant(decision.at(), PARIS));
    }
}
