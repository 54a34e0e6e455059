package fr.socle.journal;

import java.util.List;

/**
 * One thing that was done: with a person's data, with a right, with the journal itself. A block
 * writes one record type per kind.
 *
 * <pre>{@code
 * record AgentInvite(AgentId agent, OrganisationId organisation, String name) implements Entry {
 *     static final Kind KIND = new Kind("directory.agent-invite", Retention.of(Period.ofYears(3)));
 *
 *     public Kind kind() { return KIND; }
 *
 *     public List<Part> parts() {
 *         return List.of(
 *                 Part.readBy(AUDITEUR, DPO).with("organisation", organisation).with("agent", agent),
 *                 Part.readBy(DPO).with("nom", name));
 *     }
 * }
 * }</pre>
 */
public interface Entry {

    Kind kind();

    /** At least one part. What no reader needs is in no part. */
    List<Part> parts();
}
