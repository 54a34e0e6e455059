package fr.socle.identity.web;

import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.UserInfo;
import fr.socle.identity.federation.UserInfo.Answer;
import fr.socle.identity.keys.SigningKeys;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may read of a federation, and what a token opens. */
@RestController
@Public
@RequestMapping("/{federation:" + Federations.CODES + "}/api/v2")
class ProtocolController {

    private final UserInfo userInfo;
    private final SigningKeys keys;
    private final PublicAddress address;
    private final ErrorUris uris;

    ProtocolController(UserInfo userInfo, SigningKeys keys, PublicAddress address, ErrorUris uris) {
        this.userInfo = userInfo;
        this.keys = keys;
        this.address = address;
        this.uris = uris;
    }

    @GetMapping("/.well-known/openid-configuration")
    Map<String, Object> discovery(@PathVariable("federation") Federation here) {
        var issuer = address.of(here.base());
        var more = Discovery.of(issuer);
        more.put("scopes_supported", new TreeSet<>(here.scopes().keySet()));
        more.put("claims_supported", new TreeSet<>(here.claims(here.scopes().keySet())));
        more.put("end_session_endpoint", issuer + "/session/end");
        more.put("acr_values_supported", here.offered().stream().map(Acr::code).toList());
        OpenIdProfile.addTo(more, here, issuer);
        return more;
    }

    @GetMapping("/jwks")
    ResponseEntity<Map<String, Object>> jwks(@PathVariable("federation") Federation here) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=600")
                .body(keys.published(here.code(), here.algorithms()));
    }

    /** The token comes in the header, or in the body of a form (RFC 6750, 2.1 and 2.2). */
    @RequestMapping(
            path = "/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<?> userinfo(
            @PathVariable("federation") Federation here,
            @RequestHeader(value = "Authorization", required = false)
                    @Nullable String authorization,
            HttpServletRequest request) {
        var token = OAuthAnswers.bearer(authorization).or(() -> inBody(request));
        return token.isEmpty() ? OAuthAnswers.noToken() : answer(userInfo.of(here, token.get()));
    }

    private static Optional<String> inBody(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getQueryString() == null
                ? Optional.ofNullable(request.getParameter("access_token"))
                : Optional.empty();
    }

    private ResponseEntity<?> answer(Answer answer) {
        return switch (answer) {
            case Answer.Members(var members) -> OAuthAnswers.fresh(members);
            case Answer.Signed(var jwt) -> OAuthAnswers.jwt("application/jwt", jwt);
            case Answer.Unknown() ->
                    OAuthAnswers.badToken(uris.of("invalid_token", "unknown or ended token"));
            case Answer.Unreadable(var why) ->
                    OAuthAnswers.refused(400, "server_error", why, uris.of("server_error", why));
        };
    }

    /** Members that the federations and the demonstration providers share. */
    static final class Discovery {

        private Discovery() {}

        static Map<String, Object> of(String issuer) {
            var members = new LinkedHashMap<String, Object>();
            members.put("issuer", issuer);
            members.put("authorization_endpoint", issuer + "/authorize");
            members.put("token_endpoint", issuer + "/token");
            members.put("userinfo_endpoint", issuer + "/userinfo");
            members.put("jwks_uri", issuer + "/jwks");
            members.put("response_types_supported", List.of("code"));
            members.put("response_modes_supported", List.of("query"));
            members.put("grant_types_supported", List.of("authorization_code"));
            members.put("subject_types_supported", List.of("pairwise"));
            members.put("id_token_signing_alg_values_supported", List.of("ES256"));
            members.put(
                    "token_endpoint_auth_methods_supported",
                    List.of("client_secret_post", "client_secret_basic"));
            members.put("code_challenge_methods_supported", List.of("S256"));
            members.put("authorization_response_iss_parameter_supported", true);
            return members;
        }
    }
}
