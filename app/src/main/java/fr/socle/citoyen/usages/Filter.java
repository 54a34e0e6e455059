package fr.socle.citoyen.usages;

import java.util.Optional;
import java.util.Set;

/**
 * Which lines are wanted.
 *
 * @param families any of these
 * @param organisation empty: whichever
 */
public record Filter(Set<Family> families, Optional<String> organisation) {

    public Filter {
        families = Set.copyOf(families);
    }
}
