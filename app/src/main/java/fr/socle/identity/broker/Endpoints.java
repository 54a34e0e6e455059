package fr.socle.identity.broker;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a provider without discovery lies, as its registration says.
 *
 * @param jwks where its keys are; empty when it signs with the shared secret
 * @param logout where one leaves it (RP-Initiated Logout); empty when there is no such place
 */
public record Endpoints(
        String authorization, String token, String userinfo, String jwks, String logout) {

    private static final String AUTHORIZATION = "authorization_endpoint";
    private static final String TOKEN = "token_endpoint";
    private static final String USERINFO = "userinfo_endpoint";
    private static final String JWKS = "jwks_uri";
    private static final String LOGOUT = "end_session_endpoint";

    /** Under the names of OpenID Connect Discovery. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put(AUTHORIZATION, authorization);
        members.put(TOKEN, token);
        members.put(USERINFO, userinfo);
        members.put(JWKS, jwks);
        members.put(LOGOUT, logout);
        return members;
    }

    /**
     * @throws UpstreamFailure when one of the three that everybody needs is missing
     */
    static Endpoints of(Map<String, ?> members) throws UpstreamFailure {
        return new Endpoints(
                needed(members, AUTHORIZATION),
                needed(members, TOKEN),
                needed(members, USERINFO),
                members.get(JWKS) instanceof String keys ? keys : "",
                members.get(LOGOUT) instanceof String away ? away : "");
    }

    /** As {@link #members} wrote them. */
    public static Endpoints stored(Map<String, ?> members) {
        try {
            return of(members);
        } catch (UpstreamFailure broken) {
            throw new IllegalStateException("a stored provider lacks an address", broken);
        }
    }

    private static String needed(Map<String, ?> members, String name) throws UpstreamFailure {
        if (members.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new UpstreamFailure(UpstreamFault.TOKEN_LYING, "discovery has no " + name);
    }
}
