package fr.socle.identity.broker;

import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider behind a federation.
 *
 * @param uid stable: accounts remember it, not the address
 * @param issuer its address; null for a demonstration provider, which this house serves wherever it
 *     stands
 * @param hint one line under its label
 * @param domains the e-mail domains whose agents it knows
 * @param bindingIssuer under which the directory knows its agents; null: the issuer itself
 */
public record Provider(
        String uid,
        Federation federation,
        @Nullable String issuer,
        String clientId,
        String label,
        String hint,
        List<String> domains,
        @Nullable String bindingIssuer,
        boolean demonstration) {

    /** Where the demonstration providers lie; the uid follows. */
    public static final String DEMONSTRATION = "/demonstration/identite/";

    public Provider {
        domains = List.copyOf(domains);
    }

    /** The issuer, as it must stand in what the provider signs. */
    public String issuerAt(String house) {
        return issuer == null ? house + DEMONSTRATION + uid : issuer;
    }

    /** A service in the sandbox meets made-up people only. */
    public boolean fits(Client client) {
        return demonstration || !client.rules().sandbox();
    }

    /** Two letters for its mark. */
    public String mark() {
        return label.substring(0, Math.min(2, label.length()));
    }
}
