package fr.socle.identity.federation;

import fr.socle.identity.keys.FlightCookies.Lane;
import fr.socle.identity.keys.JwtAlg;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The federations of this house: each is one OpenID provider with its own issuer, keys, scopes and
 * levels.
 */
public enum Federation {
    CITOYENS(
            "citoyens",
            List.of(Acr.EIDAS1),
            Acr.EIDAS1,
            Set.of(JwtAlg.ES256, JwtAlg.RS256, JwtAlg.HS256),
            Scopes.CITOYENS),
    CITOYENS_PLUS(
            "citoyens-plus",
            List.of(Acr.EIDAS2, Acr.EIDAS3),
            Acr.EIDAS3,
            Set.of(JwtAlg.ES256),
            Scopes.CITOYENS_PLUS),
    AGENTS(
            "agents",
            List.of(Acr.EIDAS1, Acr.EIDAS1_MFA, Acr.EIDAS2, Acr.EIDAS3),
            Acr.EIDAS1,
            Set.of(JwtAlg.ES256, JwtAlg.RS256, JwtAlg.HS256),
            Scopes.AGENTS);

    /** The codes, as a pattern for the first segment of an address. */
    public static final String CODES = "citoyens|citoyens-plus|agents";

    private final String code;
    private final List<Acr> offered;
    private final Acr usual;
    private final Set<JwtAlg> algorithms;
    private final Map<String, List<String>> scopes;

    Federation(
            String code,
            List<Acr> offered,
            Acr usual,
            Set<JwtAlg> algorithms,
            Map<String, List<String>> scopes) {
        this.code = code;
        this.offered = offered;
        this.usual = usual;
        this.algorithms = algorithms;
        this.scopes = scopes;
    }

    /** As stored, and as the first segment of its addresses. */
    public String code() {
        return code;
    }

    public static Optional<Federation> of(String code) {
        for (var it : values()) {
            if (it.code.equals(code)) {
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }

    /** The levels that a service may get here, the lowest first. */
    public List<Acr> offered() {
        return offered;
    }

    /** The level of a request that names none. */
    public Acr usual() {
        return usual;
    }

    /** What a service may have its tokens signed by. */
    public Set<JwtAlg> algorithms() {
        return algorithms;
    }

    /** Whether its people are usagers, with a civil status; else they are agents. */
    public boolean ofUsagers() {
        return this != AGENTS;
    }

    /** The path of the issuer. */
    public String base() {
        return "/" + code + "/api/v2";
    }

    /** The cookies of sign-ins in flight. */
    public Lane lane() {
        return new Lane("socle_" + code + "_", "/" + code);
    }

    /** What a service must ask for to get each claim. */
    public Map<String, List<String>> scopes() {
        return scopes;
    }

    /** The claims that these scopes give, without {@code sub}. */
    public Set<String> claims(Set<String> asked) {
        var claims = new LinkedHashSet<String>();
        scopes.forEach(
                (scope, given) -> {
                    if (asked.contains(scope)) {
                        claims.addAll(given);
                    }
                });
        return claims;
    }

    /** Whether this scope gives something here, or authorises a call elsewhere. */
    public boolean knows(String scope) {
        return scopes.containsKey(scope) || Scopes.authorises(scope);
    }

    /**
     * Whether the service may ask for these. An unknown one is nobody's to refuse: it is ignored,
     * as the contracts say.
     */
    public boolean allows(Client client, Set<String> asked) {
        return asked.stream().filter(this::knows).allMatch(client.scopes()::contains);
    }

    /** Those among them that the service gets. */
    public Set<String> granted(Client client, Set<String> asked) {
        var granted = new LinkedHashSet<>(asked);
        granted.retainAll(client.scopes());
        return granted;
    }

    /** What the broker asks of the providers behind this federation. */
    public String upstreamScope() {
        return ofUsagers()
                ? "openid profile email birth"
                : "openid given_name usual_name email uid siret";
    }
}
