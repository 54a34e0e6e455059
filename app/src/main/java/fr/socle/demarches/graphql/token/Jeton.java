package fr.socle.demarches.graphql.token;

import fr.socle.demarches.DemarcheId;
import fr.socle.directory.AgentId;
import fr.socle.directory.OrganisationId;
import fr.socle.kernel.IpNetwork;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token with which a program reads, and perhaps handles, the dossiers of one organisation;
 * without its secret.
 *
 * @param agent who made it
 * @param demarches the procedures that it opens; empty: every one of the organisation
 * @param networks from where it may be used; empty: from everywhere
 * @param mayWrite whether it also opens the mutations
 * @param lastUsed the day, in UTC
 */
public record Jeton(
        UUID id,
        OrganisationId organisation,
        AgentId agent,
        String label,
        List<DemarcheId> demarches,
        List<IpNetwork> networks,
        boolean mayWrite,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable LocalDate lastUsed) {

    public Jeton {
        demarches = List.copyOf(demarches);
        networks = List.copyOf(networks);
    }

    public boolean usable(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** The word of its state for people. */
    public String stateAt(Instant now) {
        if (revokedAt != null) {
            return "revoque";
        }
        return usable(now) ? "actif" : "expire";
    }

    /**
     * @param address empty when it is not known, which is nowhere
     */
    public boolean mayComeFrom(Optional<InetAddress> address) {
        return networks.isEmpty()
                || address.filter(it -> networks.stream().anyMatch(net -> net.contains(it)))
                        .isPresent();
    }

    /** Whether it opens this procedure of this organisation. */
    public boolean opens(OrganisationId owner, DemarcheId demarche) {
        return organisation.equals(owner) && (demarches.isEmpty() || demarches.contains(demarche));
    }
}
