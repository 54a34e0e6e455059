package fr.socle.identity.federation;

import fr.socle.identity.keys.FlightCookies.Lane;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.registry.RegistrySettings.WhenDown;
import fr.socle.ui.Words;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One OpenID provider of this house, with its own issuer, keys, scopes and levels. Three are always
 * there; {@link Federations} knows the operator's own too. Code asks a federation what it does, and
 * not which one it is: only the pages of this house have one of their own.
 *
 * @param code as stored, and as the first segment of its addresses: small letters and hyphens
 * @param name in the operator's words; null for the three, which the house has words for
 * @param offered the levels that a service may get here, the lowest first
 * @param usual the level of a request that names none
 * @param algorithms what a service may have its tokens signed by; ES256 is always among them
 * @param whenRegisterDown null: what the settings say for all of this contract
 */
public record Federation(
        String code,
        @Nullable Name name,
        Contract contract,
        List<Acr> offered,
        Acr usual,
        Set<JwtAlg> algorithms,
        Session session,
        @Nullable WhenDown whenRegisterDown) {

    /** What pages call it. */
    public record Name(String french, String english) {}

    /**
     * How long people stay signed in.
     *
     * @param slides whether each further sign-in begins it again
     * @param highest the highest level that is answered without the provider
     */
    public record Session(Duration life, boolean slides, Acr highest) {

        /** Whether a request for this level may be answered without the provider. */
        public boolean answers(Acr asked) {
            return highest.atLeast(asked);
        }
    }

    private static final Set<JwtAlg> ALL = Set.of(JwtAlg.ES256, JwtAlg.RS256, JwtAlg.HS256);

    public static final Federation CITOYENS =
            ofTheHouse(
                    "citoyens",
                    Contract.FRANCECONNECT,
                    List.of(Acr.EIDAS1),
                    Acr.EIDAS1,
                    ALL,
                    new Session(Duration.ofMinutes(30), true, Acr.EIDAS1));

    public static final Federation CITOYENS_PLUS =
            ofTheHouse(
                    "citoyens-plus",
                    Contract.FRANCECONNECT_PLUS,
                    List.of(Acr.EIDAS2, Acr.EIDAS3),
                    Acr.EIDAS3,
                    Set.of(JwtAlg.ES256),
                    new Session(Duration.ofMinutes(10), false, Acr.EIDAS2));

    public static final Federation AGENTS =
            ofTheHouse(
                    "agents",
                    Contract.PROCONNECT,
                    List.of(Acr.EIDAS1, Acr.EIDAS1_MFA, Acr.EIDAS2, Acr.EIDAS3),
                    Acr.EIDAS1,
                    ALL,
                    new Session(Duration.ofHours(12), false, Acr.EIDAS1_MFA));

    public Federation {
        offered = List.copyOf(offered);
        algorithms = Set.copyOf(algorithms);
    }

    private static Federation ofTheHouse(
            String code,
            Contract contract,
            List<Acr> offered,
            Acr usual,
            Set<JwtAlg> algorithms,
            Session session) {
        return new Federation(code, null, contract, offered, usual, algorithms, session, null);
    }

    /** The one of the three that follows this contract. */
    static Federation of(Contract contract) {
        return switch (contract) {
            case FRANCECONNECT -> CITOYENS;
            case FRANCECONNECT_PLUS -> CITOYENS_PLUS;
            case PROCONNECT -> AGENTS;
        };
    }

    /** As pages name it. */
    public String name(Words words) {
        if (name == null) {
            return words.of("identity.federation." + code);
        }
        return words.language().equals("fr") ? name.french() : name.english();
    }

    /** Whether its people are usagers, with a civil status; else they are agents. */
    public boolean ofUsagers() {
        return contract.ofUsagers();
    }

    /** Whether what the register says stands in the place of what the provider said. */
    public boolean saysAsTheRegister() {
        return contract.saysAsTheRegister();
    }

    /** Whether a service of the strict profile must have its answers in an envelope. */
    public boolean wantsEnvelopes() {
        return contract.wantsEnvelopes();
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
        return contract.scopes();
    }

    /** The claims that these scopes give, without {@code sub}. */
    public Set<String> claims(Set<String> asked) {
        var claims = new LinkedHashSet<String>();
        scopes().forEach(
                        (scope, given) -> {
                            if (asked.contains(scope)) {
                                claims.addAll(given);
                            }
                        });
        return claims;
    }

    /** Whether this scope gives something here, or authorises a call elsewhere. */
    public boolean knows(String scope) {
        return scopes().containsKey(scope) || Scopes.authorises(scope);
    }

    /** Whether this scope authorises a call elsewhere, and gives nothing of a person's here. */
    public static boolean authorises(String scope) {
        return Scopes.authorises(scope);
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
