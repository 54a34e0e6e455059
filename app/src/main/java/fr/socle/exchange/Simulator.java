package fr.socle.exchange;

import fr.socle.ui.Words;
import java.util.Optional;

/**
 * Says what an exchange would come to, by the very function that decides on real ones. Nobody is
 * asked, nothing is written, no data flows.
 */
public interface Simulator {

    /**
     * Empty when the habilitation does not exist, or no provider here gives the data set.
     *
     * @param words in which the person would read of it
     */
    Optional<Simulation> simulate(Supposition supposition, Words words);
}
