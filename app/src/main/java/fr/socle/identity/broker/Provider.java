package fr.socle.identity.broker;

import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import fr.socle.kernel.Siret;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider behind a federation.
 *
 * @param uid stable: accounts remember it, not the address
 * @param issuer its address; null for a demonstration provider, which this house serves wherever it
 *     stands
 */
public record Provider(
        String uid,
        Federation federation,
        @Nullable String issuer,
        String clientId,
        Face face,
        Rules rules,
        Protocol protocol,
        Agents agents) {

    /** Where the demonstration providers lie; the uid follows. */
    public static final String DEMONSTRATION = "/demonstration/identite/";

    /**
     * How people see it.
     *
     * @param hint one line under its label
     * @param display whether the page of choice shows it
     */
    public record Face(String label, String hint, boolean display) {}

    /**
     * What the federation lets it do.
     *
     * @param allowed the levels for which it may vouch, the lowest first, at least one
     */
    public record Rules(List<Acr> allowed, boolean active) {
        public Rules {
            if (allowed.isEmpty()) {
                throw new IllegalArgumentException("a provider vouches for at least one level");
            }
            allowed = allowed.stream().sorted(Comparator.naturalOrder()).toList();
        }
    }

    /**
     * How we speak with it.
     *
     * @param endpoints null when it publishes them itself (discovery)
     * @param signature the one algorithm with which it signs; null for any that its public keys
     *     allow
     */
    public record Protocol(
            ProviderAuth auth,
            UserinfoForm userinfo,
            @Nullable Endpoints endpoints,
            @Nullable String signature) {

        public static final Protocol PLAIN =
                new Protocol(ProviderAuth.CLIENT_SECRET_POST, UserinfoForm.JSON, null, null);
    }

    /**
     * What is peculiar to providers of agents.
     *
     * @param claimed the e-mail domains whose agents it says it knows, in lower case
     * @param domains those of them whose owner confirms it in the DNS; read, never written
     * @param bindingIssuer under which the directory knows its agents; null: the issuer itself
     * @param defaultSiret the organisation of those whom it sends without a possible one
     * @param fallback whether it takes the addresses that no other provider knows
     * @param secondFactor whether it can ask for a second factor itself
     */
    public record Agents(
            List<String> claimed,
            List<String> domains,
            @Nullable String bindingIssuer,
            @Nullable Siret defaultSiret,
            boolean fallback,
            boolean secondFactor) {

        public static final Agents NONE = new Agents(List.of(), List.of(), null, null, false, true);

        public Agents {
            claimed = List.copyOf(claimed);
            domains = List.copyOf(domains);
        }
    }

    /** The issuer, as it must stand in what the provider signs. */
    public String issuerAt(String house) {
        return issuer == null ? house + DEMONSTRATION + uid : issuer;
    }

    public boolean demonstration() {
        return issuer == null;
    }

    public String label() {
        return face.label();
    }

    public String hint() {
        return face.hint();
    }

    public boolean display() {
        return face.display();
    }

    public boolean active() {
        return rules.active();
    }

    /** The levels for which it may vouch, the lowest first. */
    public List<Acr> allowed() {
        return rules.allowed();
    }

    /** The highest level for which it may vouch. */
    public Acr level() {
        return rules.allowed().getLast();
    }

    /** The e-mail domains for which it may speak. */
    public List<String> domains() {
        return agents.domains();
    }

    /** Two letters for its mark. */
    public String mark() {
        return face.label().substring(0, Math.min(2, face.label().length()));
    }
}
