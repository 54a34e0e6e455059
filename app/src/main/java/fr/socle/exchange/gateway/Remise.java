package fr.socle.exchange.gateway;

import fr.socle.exchange.Answer;
import fr.socle.exchange.Handover;
import fr.socle.exchange.trace.Echange;
import fr.socle.exchange.trace.Issue;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** An answer and, when it holds data, the exchange whose end is still to be written. */
final class Remise implements Handover {

    private final Answer answer;
    private final AtomicReference<Optional<Echange>> open;
    private final Traces traces;

    private Remise(Answer answer, AtomicReference<Optional<Echange>> open, Traces traces) {
        this.answer = answer;
        this.open = open;
        this.traces = traces;
    }

    /** Notes, while an answer is made, which exchange it leaves open. */
    static final class Opening {

        private final AtomicReference<Optional<Echange>> open =
                new AtomicReference<>(Optional.empty());

        void leaves(Echange echange) {
            open.set(Optional.of(echange));
        }

        Remise with(Answer answer, Traces traces) {
            return new Remise(answer, open, traces);
        }
    }

    @Override
    public Answer answer() {
        return answer;
    }

    @Override
    public void ended(boolean whole) {
        var issue = whole ? Issue.REMIS : Issue.REMISE_NON_CONFIRMEE;
        open.getAndSet(Optional.empty()).ifPresent(it -> traces.ended(it, issue));
    }
}
