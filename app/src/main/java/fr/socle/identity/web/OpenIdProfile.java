package fr.socle.identity.web;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.JwtEncryption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a federation's discovery document says of the standard profile (OpenID Connect Discovery,
 * 3). The strict profiles are narrower: the block's README tells how.
 */
final class OpenIdProfile {

    private static final List<String> AUTHENTICATION =
            List.of("client_secret_post", "client_secret_basic", "private_key_jwt");
    private static final List<String> ASSERTIONS = List.of("ES256", "RS256", "PS256");

    private OpenIdProfile() {}

    static void addTo(Map<String, Object> members, Federation here, String issuer) {
        var signed =
                Stream.of(JwtAlg.values())
                        .filter(here.algorithms()::contains)
                        .map(Enum::name)
                        .toList();
        var encrypted = Arrays.stream(JwtEncryption.values()).map(JwtEncryption::code).toList();
        members.put("response_modes_supported", List.of("query", "form_post"));
        members.put(
                "grant_types_supported",
                List.of("authorization_code", "refresh_token", "client_credentials"));
        members.put("revocation_endpoint", issuer + "/token/revocation");
        members.put("introspection_endpoint", issuer + "/token/introspection");
        for (var endpoint : List.of("token", "revocation", "introspection")) {
            members.put(endpoint + "_endpoint_auth_methods_supported", AUTHENTICATION);
            members.put(endpoint + "_endpoint_auth_signing_alg_values_supported", ASSERTIONS);
        }
        for (var token : List.of("id_token", "userinfo", "introspection")) {
            members.put(token + "_signing_alg_values_supported", signed);
            members.put(token + "_encryption_alg_values_supported", encrypted);
            members.put(token + "_encryption_enc_values_supported", List.of("A256GCM"));
        }
        members.put(
                "subject_types_supported",
                here.ofUsagers() ? List.of("pairwise") : List.of("pairwise", "public"));
        members.put(
                "prompt_values_supported", List.of("none", "login", "consent", "select_account"));
        members.put("backchannel_logout_supported", true);
        members.put("backchannel_logout_session_supported", true);
        members.put("claims_parameter_supported", true);
        members.put("request_parameter_supported", false);
        members.put("request_uri_parameter_supported", false);
    }
}
