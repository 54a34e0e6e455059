package fr.socle.identity.federation;

import fr.socle.identity.keys.FlightCookies.Lane;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The two federations of this house: each is one OpenID provider, with its own scopes. The claims
 * of a scope follow the contracts of FranceConnect (v2) and of ProConnect.
 */
public enum Federation {
    CITOYENS("citoyens"),
    AGENTS("agents");

    private static final Map<String, List<String>> CITIZEN_SCOPES = citizenScopes();
    private static final Map<String, List<String>> AGENT_SCOPES = agentScopes();

    private final String code;

    Federation(String code) {
        this.code = code;
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
        return switch (this) {
            case CITOYENS -> CITIZEN_SCOPES;
            case AGENTS -> AGENT_SCOPES;
        };
    }

    /** The claims that these scopes give, without {@code sub}. */
    public Set<String> claims(Set<String> scopes) {
        var claims = new LinkedHashSet<String>();
        scopes().forEach(
                        (scope, given) -> {
                            if (scopes.contains(scope)) {
                                claims.addAll(given);
                            }
                        });
        return claims;
    }

    /** What the broker asks of the providers behind this federation. */
    public String upstreamScope() {
        return switch (this) {
            case CITOYENS -> "openid profile email birth";
            case AGENTS -> "openid given_name usual_name email uid siret";
        };
    }

    private static Map<String, List<String>> citizenScopes() {
        var pivot = List.of("given_name", "given_name_array", "family_name", "birthdate", "gender");
        var scopes = new LinkedHashMap<String, List<String>>();
        scopes.put("openid", List.of());
        scopes.put("identite_pivot", with(pivot, "birthplace", "birthcountry"));
        scopes.put("profile", with(pivot, "preferred_username"));
        scopes.put("birth", List.of("birthplace", "birthcountry"));
        scopes.put("given_name", List.of("given_name", "given_name_array"));
        List.of(
                        "family_name",
                        "gender",
                        "birthdate",
                        "birthplace",
                        "birthcountry",
                        "email",
                        "preferred_username",
                        "idp_birthdate",
                        "idp_id")
                .forEach(it -> scopes.put(it, List.of(it)));
        return Collections.unmodifiableMap(scopes);
    }

    private static Map<String, List<String>> agentScopes() {
        var scopes = new LinkedHashMap<String, List<String>>();
        scopes.put("openid", List.of());
        List.of(
                        "given_name",
                        "usual_name",
                        "email",
                        "uid",
                        "siret",
                        "idp_id",
                        // because the back office binds its agents to what their provider says
                        "idp_sub")
                .forEach(it -> scopes.put(it, List.of(it)));
        return Collections.unmodifiableMap(scopes);
    }

    private static List<String> with(List<String> some, String... more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
