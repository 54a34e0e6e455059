package fr.socle.exchange;

/**
 * The way to a person's data at another administration. Whoever asks gets what the habilitation
 * allows for this purpose, and the journal has the question and the answer before the asker has the
 * data.
 */
public interface Gateway {

    /**
     * Asks, for an asker in this house: the data is his when this returns. Takes as long as the
     * provider, at most ten seconds, and holds nothing meanwhile.
     *
     * @throws IllegalStateException inside a transaction: it would hold a connection during an
     *     outside call
     */
    Answer ask(Question question);

    /**
     * As {@link #ask}, for whoever hands the answer on over a network: how the exchange ended is
     * written when he says it.
     */
    Handover handOver(Question question);
}
