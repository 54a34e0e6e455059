package fr.socle.identity.demonstration.sample;

import fr.socle.ui.access.Public;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where a sample service hears that somebody left (OpenID Connect Back-Channel Logout 1.0, 2.5 to
 * 2.8). Whoever calls must bring what the federation signed for this service.
 */
@RestController
@Public
class SampleLogoutController {

    private final SampleServices services;
    private final SampleSignIn signIn;
    private final SampleChecks checks;
    private final SampleVisits visits;

    SampleLogoutController(
            SampleServices services,
            SampleSignIn signIn,
            SampleChecks checks,
            SampleVisits visits) {
        this.services = services;
        this.signIn = signIn;
        this.checks = checks;
        this.visits = visits;
    }

    @PostMapping(SampleService.BASE + "/{nom}/deconnexion-recue")
    ResponseEntity<Map<String, String>> hear(
            @PathVariable String nom,
            @RequestParam(name = "logout_token", defaultValue = "") String token) {
        var service =
                services.find(nom)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            visits.told(service, checks.logoutToken(service, signIn.discovery(service), token));
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
        } catch (SampleFailure bad) {
            return ResponseEntity.badRequest()
                    .cacheControl(CacheControl.noStore())
                    .body(Map.of("error", "invalid_request", "error_description", bad.why()));
        }
    }
}
