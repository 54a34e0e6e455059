package fr.socle.exchange;

/**
 * The way to a person's data at another administration. Whoever asks gets what the habilitation
 * allows for this purpose, and the journal has the question and the answer before the asker has the
 * data.
 */
public interface Gateway {

    /**
     * Asks. Takes as long as the provider, at most ten seconds, and holds nothing meanwhile.
     *
     * @throws IllegalStateException inside a transaction: it would hold a connection during an
     *     outside call
     */
    Answer ask(Question question);
}
