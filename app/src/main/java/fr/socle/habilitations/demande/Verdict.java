package fr.socle.habilitations.demande;

/** What an instructor decides. */
public sealed interface Verdict {

    record Accorder() implements Verdict {}

    /**
     * @param motif what must change
     */
    record DemanderModifications(String motif) implements Verdict {}

    /**
     * @param motif on what ground
     */
    record Refuser(String motif) implements Verdict {}
}
