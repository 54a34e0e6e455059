package fr.socle.exchange.gateway;

import fr.socle.exchange.Answer;
import fr.socle.exchange.Handover;
import fr.socle.exchange.flow.Flow;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.trace.Echange;
import fr.socle.exchange.trace.Issue;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** An answer and, when it holds data, the exchange whose end is still to be written. */
final class Remise implements Handover {

    private final Answer answer;
    private final AtomicReference<Open> open;
    private final Traces traces;
    private volatile boolean cut;

    private Remise(Answer answer, AtomicReference<Open> open, Traces traces) {
        this.answer = answer;
        this.open = open;
        this.traces = traces;
    }

    /** What is still to be ended. */
    private sealed interface Open {

        record Nothing() implements Open {}

        record Held(Echange echange) implements Open {}

        record Flowing(Echange echange, Provider provider, Flow flow) implements Open {}
    }

    /** Notes, while an answer is made, which exchange it leaves open. */
    static final class Opening {

        private final AtomicReference<Open> open = new AtomicReference<>(new Open.Nothing());
        private final boolean outside;

        /**
         * @param outside whether the answer goes on over a network, so that it need not be held
         */
        Opening(boolean outside) {
            this.outside = outside;
        }

        boolean outside() {
            return outside;
        }

        void leaves(Echange echange) {
            open.set(new Open.Held(echange));
        }

        void flows(Echange echange, Provider provider, Flow flow) {
            open.set(new Open.Flowing(echange, provider, flow));
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
        switch (open.getAndSet(new Open.Nothing())) {
            case Open.Nothing _ -> {}
            case Open.Held(var echange) -> {
                if (whole) {
                    traces.arrived(echange);
                } else {
                    traces.ended(echange, Issue.REMISE_NON_CONFIRMEE);
                }
            }
            case Open.Flowing(var echange, var provider, var flow) -> {
                flow.close();
                var left = whole ? flow.whole() : Optional.<Flow.Contents>empty();
                cut = left.isEmpty();
                left.ifPresentOrElse(
                        it -> traces.arrived(echange, provider, it),
                        () -> traces.ended(echange, Issue.REMISE_NON_CONFIRMEE));
            }
        }
    }

    @Override
    public boolean cut() {
        return cut;
    }
}
