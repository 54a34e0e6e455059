package fr.socle.exchange.access;

import fr.socle.directory.Organisation;
import fr.socle.habilitations.Habilitation;
import fr.socle.kernel.IpNetwork;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written to let a program in.
 *
 * @param networks from where it may come; empty: from everywhere
 * @param keys its public keys as a JWK set; null for a long-lived token
 * @param months of thirty days, up to {@link Consumers#LONGEST_MONTHS}
 */
public record ConsumerDraft(
        Ground ground, String label, List<IpNetwork> networks, @Nullable String keys, int months) {

    /** What the program's rights will stand on. */
    public sealed interface Ground {

        record Held(Habilitation habilitation) implements Ground {}

        /** Whatever other organisations delegate to this software editor. */
        record Delegated(Organisation editor) implements Ground {}
    }

    public ConsumerDraft {
        networks = List.copyOf(networks);
    }
}
