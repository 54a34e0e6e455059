package fr.socle.directory;

import java.time.Instant;
import java.util.List;

/**
 * An invitation to join an organisation.
 *
 * @param draft whom it invites, and to what
 * @param version grows with each change
 */
public record Invitation(
        InvitationId id,
        OrganisationId organisation,
        InvitationDraft draft,
        State state,
        Instant expiresAt,
        long version) {

    /** Where an invitation stands; past its date a sent one opens nothing any more. */
    public enum State {
        ENVOYEE("envoyee"),
        ACCEPTEE("acceptee"),
        RETIREE("retiree");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /**
         * @throws IllegalArgumentException for a word that no row of ours holds
         */
        public static State of(String code) {
            return switch (code) {
                case "envoyee" -> ENVOYEE;
                case "acceptee" -> ACCEPTEE;
                case "retiree" -> RETIREE;
                default -> throw new IllegalArgumentException("no state " + code);
            };
        }
    }

    public boolean expired(Instant now) {
        return state == State.ENVOYEE && !now.isBefore(expiresAt);
    }

    /** The state's word for people and machines, an expired one told apart. */
    public String stateAt(Instant now) {
        return expired(now) ? "expiree" : state.code();
    }

    public List<String> roles() {
        return draft.roles();
    }
}
