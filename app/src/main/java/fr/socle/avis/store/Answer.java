package fr.socle.avis.store;

import java.util.Optional;

/** What one step of the form says. */
@FunctionalInterface
public interface Answer {

    /**
     * The opinion with this answer.
     *
     * @param before what was said so far; empty at the first step
     * @return empty when the first question, the only one that everybody answers, is not answered
     */
    Optional<Opinion> on(Optional<Opinion> before);
}
