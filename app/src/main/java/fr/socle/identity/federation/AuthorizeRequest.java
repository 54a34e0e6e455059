package fr.socle.identity.federation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to sign somebody in that passed every check.
 *
 * @param scopes allowed ones only, {@code openid} among them
 * @param challenge of PKCE, S256; null when the client may do without
 */
public record AuthorizeRequest(
        String clientId,
        String redirectUri,
        Set<String> scopes,
        String state,
        String nonce,
        @Nullable String challenge) {

    private static final String CHALLENGE = "pkce";

    public AuthorizeRequest {
        scopes = Set.copyOf(scopes);
    }

    /** As it travels in the cookie and lies in the row. */
    public Map<String, String> members() {
        var members = new LinkedHashMap<String, String>();
        members.put("client", clientId);
        members.put("redirect", redirectUri);
        members.put("scope", String.join(" ", scopes));
        members.put("state", state);
        members.put("nonce", nonce);
        if (challenge != null) {
            members.put(CHALLENGE, challenge);
        }
        return members;
    }

    public static AuthorizeRequest of(Map<String, ?> members) {
        var challenge = members.get(CHALLENGE);
        return new AuthorizeRequest(
                text(members, "client"),
                text(members, "redirect"),
                scopes(text(members, "scope")),
                text(members, "state"),
                text(members, "nonce"),
                challenge == null ? null : challenge.toString());
    }

    /** The scopes of a parameter: words separated by spaces. */
    static Set<String> scopes(String parameter) {
        var scopes = new LinkedHashSet<String>();
        for (var word : parameter.split(" ", -1)) {
            if (!word.isEmpty()) {
                scopes.add(word);
            }
        }
        return scopes;
    }

    private static String text(Map<String, ?> members, String name) {
        var value = members.get(name);
        if (value == null) {
            throw new IllegalStateException("a sealed request has no " + name);
        }
        return value.toString();
    }
}
