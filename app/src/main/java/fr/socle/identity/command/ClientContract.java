package fr.socle.identity.command;

import com.nimbusds.jose.jwk.JWKSet;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.federation.Prompt;
import fr.socle.identity.federation.SubjectKind;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.JwtEncryption;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of a service's file that says under which contract it stands. */
final class ClientContract {

    static final Set<String> MEMBERS =
            Set.of(
                    "profile",
                    "token_endpoint_auth_method",
                    "jwks_uri",
                    "jwks",
                    "id_token_signed_response_alg",
                    "id_token_encrypted_response_alg",
                    "userinfo_signed_response_alg",
                    "userinfo_encrypted_response_alg",
                    "subjects",
                    "data_provider",
                    "private_sector",
                    "identity_consent",
                    "sandbox",
                    "backchannel_logout_uri",
                    "idp_allowed",
                    "idp_excluded",
                    "idp_hints",
                    "rep_scopes",
                    "own_scopes",
                    "allowed_prompts");

    private static final List<JwtEncryption> ENCRYPTIONS = List.of(JwtEncryption.values());
    private static final int LONGEST_KEYS = 64 * 1024;

    private final JsonMembers node;
    private final Federation federation;

    ClientContract(JsonMembers node, Federation federation) {
        this.node = node;
        this.federation = federation;
    }

    Profile profile() {
        var strict = federation.ofUsagers() ? Profile.FRANCECONNECT : Profile.PROCONNECT;
        return node.choice("profile", List.of(Profile.OPENID, strict), Profile::code);
    }

    /** FranceConnect's contract has no code challenge, so that none can be required there. */
    boolean needsPkce(Profile profile) {
        var strict = profile != Profile.OPENID;
        var needs = node.flag("pkce", !strict);
        if (needs && profile == Profile.FRANCECONNECT) {
            throw node.wrong("pkce", "vaut false avec le profil « franceconnect »");
        }
        return needs;
    }

    Client.Keys keys(Profile profile) {
        var algorithms =
                Stream.of(JwtAlg.values()).filter(federation.algorithms()::contains).toList();
        var keys =
                new Client.Keys(
                        auth(profile),
                        node.optionalAddress("jwks_uri"),
                        jwks(),
                        node.choice("id_token_signed_response_alg", algorithms, Enum::name),
                        encryption("id_token_encrypted_response_alg"),
                        node.optional("userinfo_signed_response_alg", algorithms, Enum::name),
                        encryption("userinfo_encrypted_response_alg"));
        checkKeys(keys);
        return keys;
    }

    private ClientAuth auth(Profile profile) {
        var known =
                profile == Profile.OPENID
                        ? List.of(ClientAuth.values())
                        : List.of(ClientAuth.CLIENT_SECRET_POST, ClientAuth.PRIVATE_KEY_JWT);
        return node.choice("token_endpoint_auth_method", known, ClientAuth::code);
    }

    private @Nullable JwtEncryption encryption(String name) {
        return node.optional(name, ENCRYPTIONS, JwtEncryption::code);
    }

    private @Nullable String jwks() {
        if (!node.has("jwks")) {
            return null;
        }
        try {
            var text = node.of("jwks").toString();
            var keys = JWKSet.parse(text).getKeys();
            if (keys.isEmpty() || keys.stream().anyMatch(it -> it.isPrivate())) {
                throw node.wrong("jwks", "contient des clés publiques, et aucune clé privée");
            }
            if (text.length() > LONGEST_KEYS) {
                throw node.wrong("jwks", "dépasse 64 ko");
            }
            return text;
        } catch (ParseException unreadable) {
            throw node.wrong("jwks", "est un ensemble de clés publiques (RFC 7517)");
        }
    }

    private void checkKeys(Client.Keys keys) {
        var needed =
                keys.auth() == ClientAuth.PRIVATE_KEY_JWT
                        || keys.idTokenEncryption() != null
                        || keys.userinfoEncryption() != null;
        if (keys.jwks() != null && keys.jwksUri() != null) {
            throw node.wrong("jwks", "et « jwks_uri » ne vont pas ensemble");
        }
        if (needed && keys.jwks() == null && keys.jwksUri() == null) {
            throw node.wrong("jwks_uri", "ou « jwks » est nécessaire pour ce qui est demandé");
        }
    }

    Client.Rules rules(Profile profile) {
        if (node.has("idp_allowed") && node.has("idp_excluded")) {
            throw node.wrong("idp_allowed", "et « idp_excluded » ne vont pas ensemble");
        }
        var allows = node.has("idp_allowed");
        return new Client.Rules(
                profile,
                subjects(),
                node.flag("private_sector", false),
                node.flag("identity_consent", false),
                node.flag("data_provider", false),
                node.optionalAddress("backchannel_logout_uri"),
                node.words(allows ? "idp_allowed" : "idp_excluded"),
                !allows,
                node.flag("sandbox", false),
                prompts(),
                node.words("idp_hints"),
                node.words("rep_scopes"),
                ownScopes(profile));
    }

    /** Only what a data provider answers for: nothing of a person's is given without the person. */
    private Set<String> ownScopes(Profile profile) {
        var words = node.words("own_scopes");
        if (!words.isEmpty() && profile != Profile.OPENID) {
            throw node.wrong("own_scopes", "va avec le profil « openid »");
        }
        for (var scope : words) {
            if (!Federation.authorises(scope)) {
                throw node.wrong("own_scopes", "ne peut pas contenir « " + scope + " »");
            }
        }
        return words;
    }

    private SubjectKind subjects() {
        var other = federation.ofUsagers() ? SubjectKind.FRANCECONNECT : SubjectKind.PUBLIC;
        return node.choice("subjects", List.of(SubjectKind.PAIRWISE, other), SubjectKind::code);
    }

    private Set<Prompt> prompts() {
        var words = node.words("allowed_prompts");
        var known = Stream.of(Prompt.values()).collect(Collectors.toMap(Prompt::code, it -> it));
        if (!known.keySet().containsAll(words)) {
            throw node.wrong("allowed_prompts", "ne contient que " + known.keySet());
        }
        return words.stream().map(known::get).collect(Collectors.toSet());
    }
}
