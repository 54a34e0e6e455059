package fr.socle.avis.token;

import fr.socle.avis.JudgedId;
import fr.socle.avis.Kind;
import fr.socle.avis.store.Answer;
import fr.socle.avis.store.Asked;
import fr.socle.avis.store.Opinion;
import fr.socle.avis.store.OpinionStore;
import fr.socle.avis.store.OpinionStore.Given;
import fr.socle.avis.store.OpinionStore.Kept;
import fr.socle.demarches.DecisionRendue;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
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

    /** What was said so far under this number; empty when nothing was. */
    public Optional<Kept> said(Said about) {
        return store.find(about.given(today()));
    }

    /**
     * Keeps what one step of the form says, with what the steps before it said. Whoever says it
     * again says it instead: an opinion is counted once. Empty when there is nothing to add to, or
     * when the number is that of another opinion: then nothing changes.
     */
    @Transactional
    public Optional<Opinion> keep(Said about, Answer answer) {
        return store.keep(about.given(today()), answer);
    }

    /**
     * Which opinion.
     *
     * @param id of a token, or drawn at random with the form
     * @param asked through which form
     */
    public record Said(UUID id, Kind kind, JudgedId service, Asked asked) {

        /** A token opens the form that every service has: another would tell of its bearer. */
        public static Said of(OpinionToken token) {
            return new Said(
                    token.opinion(), Kind.VERIFIED, JudgedId.of(token.demarche()), Asked.COMMON);
        }

        public static Said open(UUID id, JudgedId service, Asked asked) {
            return new Said(id, Kind.OPEN, service, asked);
        }

        private Given given(LocalDate day) {
            return new Given(id, kind, service, day, asked);
        }
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
