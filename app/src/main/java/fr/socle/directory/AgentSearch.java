package fr.socle.directory;

import fr.socle.kernel.NormalName;
import org.jspecify.annotations.Nullable;

/**
 * Which agents are wanted.
 *
 * @param text part of a name, accents and case forgiven; empty for all
 * @param active null for all
 * @param organisation where they belong; null for anywhere
 */
public record AgentSearch(
        String text, @Nullable Boolean active, @Nullable OrganisationId organisation) {

    /** The active agents whose name holds this text. */
    public static AgentSearch named(String text) {
        return new AgentSearch(text, true, null);
    }

    /** Holds no character that LIKE understands. */
    public String normal() {
        return NormalName.of(text).value();
    }
}
