package fr.socle.citoyen.entreprise;

import fr.socle.kernel.Siren;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A representative lets somebody of their company see its file for a while.
 *
 * @param name what the representative calls them
 * @param givenBy the name of the representative
 * @param codeUntil when the code is over that lets them in
 * @param until when it is over
 * @param accepted when they came with the code
 * @param ended when a representative ended it before its term, or the person had their file erased
 */
public record Delegation(
        UUID id,
        Siren siren,
        String name,
        String givenBy,
        Instant givenAt,
        Instant codeUntil,
        Instant until,
        Optional<Instant> accepted,
        Optional<Instant> ended) {

    /** Its words are the messages {@code citoyen.delegation.state.<name>}. */
    public enum State {
        /** The code was not used yet. */
        DONNEE,
        /** The code was not used in time. */
        SANS_SUITE,
        EN_VIGUEUR,
        FINIE
    }

    public State stateAt(Instant now) {
        if (ended.isPresent() || !now.isBefore(until)) {
            return State.FINIE;
        }
        if (accepted.isPresent()) {
            return State.EN_VIGUEUR;
        }
        return now.isBefore(codeUntil) ? State.DONNEE : State.SANS_SUITE;
    }

    /** Whether a representative may still end it. */
    public boolean standsAt(Instant now) {
        return switch (stateAt(now)) {
            case DONNEE, EN_VIGUEUR -> true;
            case SANS_SUITE, FINIE -> false;
        };
    }
}
