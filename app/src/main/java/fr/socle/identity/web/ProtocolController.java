package fr.socle.identity.web;

import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Tokens;
import fr.socle.identity.federation.Tokens.Outcome;
import fr.socle.identity.federation.Tokens.Redemption;
import fr.socle.identity.keys.SigningKeys;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What services call without a browser: discovery, keys, token, userinfo. */
@RestController
@Public
@RequestMapping("/{federation:" + Federation.CODES + "}/api/v2")
class ProtocolController {

    private final Clients clients;
    private final Tokens tokens;
    private final SigningKeys keys;
    private final PublicAddress address;

    ProtocolController(Clients clients, Tokens tokens, SigningKeys keys, PublicAddress address) {
        this.clients = clients;
        this.tokens = tokens;
        this.keys = keys;
        this.address = address;
    }

    @GetMapping("/.well-known/openid-configuration")
    Map<String, Object> discovery(@PathVariable String federation) {
        var here = Federation.of(federation).orElseThrow();
        var issuer = address.of(here.base());
        var more = Discovery.of(issuer);
        more.put("scopes_supported", new TreeSet<>(here.scopes().keySet()));
        more.put("claims_supported", new TreeSet<>(here.claims(here.scopes().keySet())));
        more.put("end_session_endpoint", issuer + "/session/end");
        more.put("acr_values_supported", List.of("eidas1"));
        return more;
    }

    @GetMapping("/jwks")
    ResponseEntity<Map<String, Object>> jwks(@PathVariable String federation) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=600")
                .body(keys.published(federation));
    }

    @PostMapping("/token")
    ResponseEntity<Map<String, Object>> token(
            @PathVariable String federation,
            @RequestHeader(value = "Authorization", required = false)
                    @Nullable String authorization,
            @RequestParam Map<String, String> form,
            HttpServletRequest request) {
        if (request.getQueryString() != null) {
            // because addresses stand in logs, and secrets must not (RFC 6749, 2.3.1)
            return OAuthAnswers.refused(400, "invalid_request", "parameters belong in the body");
        }
        var client =
                clients.authenticated(
                                authorization,
                                form.getOrDefault("client_id", ""),
                                form.getOrDefault("client_secret", ""))
                        .filter(it -> it.federation().code().equals(federation));
        if (client.isEmpty()) {
            return OAuthAnswers.refused(401, "invalid_client", "Client authentication failed.");
        }
        if (!form.getOrDefault("grant_type", "").equals("authorization_code")) {
            return OAuthAnswers.refused(
                    400, "unsupported_grant_type", "only authorization_code is offered");
        }
        var asked =
                new Redemption(
                        form.getOrDefault("code", ""),
                        form.getOrDefault("redirect_uri", ""),
                        form.getOrDefault("code_verifier", ""));
        return switch (tokens.redeem(client.get(), asked)) {
            case Outcome.Issued(var members) -> OAuthAnswers.fresh(members);
            case Outcome.Refused(var error, var why) -> OAuthAnswers.refused(400, error, why);
        };
    }

    @RequestMapping(
            path = "/userinfo",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Map<String, Object>> userinfo(
            @PathVariable String federation,
            @RequestHeader(value = "Authorization", required = false)
                    @Nullable String authorization) {
        var here = Federation.of(federation).orElseThrow();
        return OAuthAnswers.bearer(authorization)
                .flatMap(it -> tokens.userinfo(here, it))
                .map(OAuthAnswers::fresh)
                .orElseGet(OAuthAnswers::badToken);
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
