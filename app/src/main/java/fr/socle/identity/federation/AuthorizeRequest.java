package fr.socle.identity.federation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request to sign somebody in that passed every check.
 *
 * @param scopes allowed ones only, {@code openid} among them
 * @param state as sent; empty when there was none
 * @param nonce as sent; empty when there was none
 * @param challenge of PKCE, S256; null when the client may do without
 * @param prompts empty: as usual
 * @param maxAge in seconds since the person was last asked; null: any
 * @param acr the least that is asked for, one that the federation offers
 * @param acrEssential whether less than that is an error
 * @param amr whether the id_token names the means of authentication
 * @param idpHint the uid of the provider that the service suggests
 * @param loginHint the e-mail address that the service suggests
 * @param siretHint the organisation that the service suggests
 * @param idTokenHintSub the subject that the service expects
 * @param claims those asked for one by one beside the scopes, at userinfo
 * @param idTokenClaims those asked for one by one, in the id_token
 * @param repScopes the perimeters that a mandate must have
 */
public record AuthorizeRequest(
        String clientId,
        String redirectUri,
        ResponseMode mode,
        Set<String> scopes,
        String state,
        String nonce,
        @Nullable String challenge,
        Set<Prompt> prompts,
        @Nullable Long maxAge,
        Acr acr,
        boolean acrEssential,
        boolean amr,
        @Nullable String idpHint,
        @Nullable String loginHint,
        @Nullable String siretHint,
        @Nullable String idTokenHintSub,
        Set<String> claims,
        Set<String> idTokenClaims,
        Set<String> repScopes) {

    public AuthorizeRequest {
        scopes = Set.copyOf(scopes);
        prompts = Set.copyOf(prompts);
        claims = Set.copyOf(claims);
        idTokenClaims = Set.copyOf(idTokenClaims);
        repScopes = Set.copyOf(repScopes);
    }

    /** The claims that the service gets when they are known: by scopes, and one by one. */
    public Set<String> given(Federation federation) {
        var given = new LinkedHashSet<>(federation.claims(scopes));
        given.addAll(claims);
        given.addAll(idTokenClaims);
        return given;
    }

    public Reply reply() {
        return new Reply(redirectUri, mode, state);
    }

    public boolean asks(Prompt prompt) {
        return prompts.contains(prompt);
    }

    /** As it travels in the cookie and lies in the row. What is empty does not travel. */
    public Map<String, String> members() {
        var members = new LinkedHashMap<String, String>();
        members.put("client", clientId);
        members.put("redirect", redirectUri);
        members.put("mode", mode.code());
        put(members, "scope", words(scopes));
        put(members, "state", state);
        put(members, "nonce", nonce);
        put(members, "pkce", challenge);
        put(members, "prompt", words(prompts.stream().map(Prompt::code).toList()));
        put(members, "max_age", maxAge == null ? null : maxAge.toString());
        members.put("acr", acr.code());
        put(members, "essential", acrEssential ? "1" : null);
        put(members, "amr", amr ? "1" : null);
        put(members, "idp_hint", idpHint);
        put(members, "login_hint", loginHint);
        put(members, "siret_hint", siretHint);
        put(members, "hint_sub", idTokenHintSub);
        put(members, "claims", words(claims));
        put(members, "id_claims", words(idTokenClaims));
        put(members, "rep_scope", words(repScopes));
        return members;
    }

    public static AuthorizeRequest of(Map<String, ?> members) {
        var maxAge = text(members, "max_age");
        return new AuthorizeRequest(
                required(members, "client"),
                required(members, "redirect"),
                ResponseMode.valueOf(required(members, "mode").toUpperCase(Locale.ROOT)),
                scopes(orEmpty(members, "scope")),
                orEmpty(members, "state"),
                orEmpty(members, "nonce"),
                text(members, "pkce"),
                prompts(orEmpty(members, "prompt")),
                maxAge == null ? null : Long.valueOf(maxAge),
                Acr.of(required(members, "acr")).orElseThrow(),
                members.containsKey("essential"),
                members.containsKey("amr"),
                text(members, "idp_hint"),
                text(members, "login_hint"),
                text(members, "siret_hint"),
                text(members, "hint_sub"),
                scopes(orEmpty(members, "claims")),
                scopes(orEmpty(members, "id_claims")),
                scopes(orEmpty(members, "rep_scope")));
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

    private static Set<Prompt> prompts(String parameter) {
        return scopes(parameter).stream()
                .map(it -> Prompt.valueOf(it.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static String words(Collection<String> words) {
        return String.join(" ", words);
    }

    private static void put(Map<String, String> members, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            members.put(name, value);
        }
    }

    private static String required(Map<String, ?> members, String name) {
        var value = text(members, name);
        if (value == null) {
            throw new IllegalStateException("a sealed request has no " + name);
        }
        return value;
    }

    private static String orEmpty(Map<String, ?> members, String name) {
        var value = text(members, name);
        return value == null ? "" : value;
    }

    private static @Nullable String text(Map<String, ?> members, String name) {
        var value = members.get(name);
        return value == null ? null : value.toString();
    }
}
