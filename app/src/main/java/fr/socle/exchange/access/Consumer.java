package fr.socle.exchange.access;

import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationId;
import fr.socle.kernel.IpNetwork;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that asks on the ground of an habilitation. It holds no right of its own: what it may
 * have is read from the habilitation at each call.
 *
 * @param habilitation null for a software editor's, which asks on the ground of whatever is
 *     delegated to its organisation
 * @param networks from where it may come; empty: from everywhere
 * @param keys its public keys as a JWK set; null for one that holds a token of the older form
 */
public record Consumer(
        UUID id,
        @Nullable HabilitationId habilitation,
        OrganisationId organisation,
        String label,
        List<IpNetwork> networks,
        @Nullable String keys,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    public Consumer {
        networks = List.copyOf(networks);
    }

    /**
     * @param address empty when it is not known, which is nowhere
     */
    public boolean mayComeFrom(Optional<InetAddress> address) {
        return networks.isEmpty()
                || address.filter(it -> networks.stream().anyMatch(net -> net.contains(it)))
                        .isPresent();
    }

    /** The word of its state for people. */
    public String stateAt(Instant now) {
        if (revokedAt != null) {
            return "revoque";
        }
        return now.isBefore(expiresAt) ? "actif" : "expire";
    }
}
