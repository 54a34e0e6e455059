package fr.socle.directory;

/** What became of an acceptance. */
public sealed interface Acceptance {

    /** The identity is the agent's, and the agent belongs to the organisation. */
    record Bound(Agent agent, OrganisationId organisation) implements Acceptance {}

    /** No invitation has this secret: mistyped, or replaced by a later sending. */
    record Unknown() implements Acceptance {}

    /** Someone accepted it before: a secret serves once. */
    record AlreadyUsed() implements Acceptance {}

    /** It was not accepted in time. */
    record Expired() implements Acceptance {}

    /** It was withdrawn, or its organisation was deactivated. */
    record Withdrawn() implements Acceptance {}

    /**
     * The identity belongs to an agent who was deactivated: an invitation does not bring him back.
     */
    record Deactivated() implements Acceptance {}

    /** The agent's place in this organisation was deactivated; only its manager gives it back. */
    record PlaceDeactivated() implements Acceptance {}
}
