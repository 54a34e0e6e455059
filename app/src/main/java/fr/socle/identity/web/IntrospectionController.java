package fr.socle.identity.web;

import fr.socle.identity.federation.Fault;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.federation.Introspection;
import fr.socle.identity.federation.Introspection.Unreadable;
import fr.socle.identity.federation.Profile;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What services and data providers learn of a token (RFC 7662, RFC 9701, FranceConnect). */
@RestController
@Public
@RequestMapping("/{federation:" + Federations.CODES + "}/api/v2")
class IntrospectionController {

    private static final Set<String> CHECKTOKEN =
            Set.of(
                    "token",
                    "client_id",
                    "client_secret",
                    "client_assertion",
                    "client_assertion_type");

    private final Introspection introspection;
    private final ServiceDoor door;

    IntrospectionController(Introspection introspection, ServiceDoor door) {
        this.introspection = introspection;
        this.door = door;
    }

    /** JSON, or signed where the service asks for that or its profile knows nothing else. */
    @PostMapping("/token/introspection")
    ResponseEntity<?> introspect(@PathVariable Federation federation, HttpServletRequest request) {
        var form = OAuthForm.of(request);
        var accepted = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        return door.answered(
                federation,
                request,
                form,
                client -> {
                    if (form.one("token").isEmpty()) {
                        return door.refused("invalid_request", "token is required");
                    }
                    var members = introspection.of(client, form.one("token"));
                    return client.profile() == Profile.OPENID
                                    && !accepted.contains(Introspection.TYPE)
                            ? OAuthAnswers.fresh(members)
                            : signed(() -> introspection.signed(client, members));
                });
    }

    /** FranceConnect's contract for data providers: these parameters and no other. */
    @PostMapping("/checktoken")
    ResponseEntity<?> checktoken(@PathVariable Federation federation, HttpServletRequest request) {
        var form = OAuthForm.of(request);
        if (form.wrong().isPresent() || form.one("token").isEmpty() || !form.onlyHas(CHECKTOKEN)) {
            return door.coded(
                    Fault.CHECKTOKEN_REQUEST, 400, "Required parameter missing or invalid.");
        }
        return door.answered(
                federation,
                request,
                form,
                client ->
                        client.rules().introspects()
                                ? signed(() -> introspection.checktoken(client, form.one("token")))
                                : door.coded(
                                        Fault.DATA_PROVIDER_UNKNOWN, 401, ServiceDoor.UNPROVED));
    }

    private interface Signing {
        String sign() throws Unreadable;
    }

    private ResponseEntity<?> signed(Signing signing) {
        try {
            return OAuthAnswers.jwt("application/" + Introspection.TYPE, signing.sign());
        } catch (Unreadable missing) {
            return door.refused("server_error", String.valueOf(missing.getMessage()));
        }
    }
}
