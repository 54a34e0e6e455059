package fr.socle.identity.partner.api;

import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.Credentials;
import fr.socle.identity.partner.PartnerRights;
import fr.socle.identity.partner.api.ClientViews.ActivityView;
import fr.socle.identity.partner.api.ClientViews.CheckBody;
import fr.socle.identity.partner.api.ClientViews.CheckView;
import fr.socle.identity.partner.api.ClientViews.FindingView;
import fr.socle.identity.partner.api.ClientViews.KeysView;
import fr.socle.identity.partner.check.Finding;
import fr.socle.identity.partner.check.KeysCheck;
import fr.socle.identity.partner.check.RequestCheck;
import fr.socle.identity.partner.meter.Activities;
import fr.socle.identity.partner.meter.Window;
import fr.socle.identity.partner.web.PartnerDesk;
import fr.socle.ui.Dictionary;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.JsonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tries and watches connected services, for programs. */
@RestController
@Requires(PartnerRights.CONNECT_CODE)
@Tag(name = "Services connectés")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/{id}")
class ClientChecksApi {

    /** What looks at a service without changing it. */
    @Component
    record Looks(RequestCheck requests, KeysCheck keys, Activities activities) {}

    private final Looks looks;
    private final Credentials credentials;
    private final PartnerDesk desk;
    private final Dictionary dictionary;

    ClientChecksApi(Looks looks, Credentials credentials, PartnerDesk desk, Dictionary dictionary) {
        this.looks = looks;
        this.credentials = credentials;
        this.desk = desk;
        this.dictionary = dictionary;
    }

    @PostMapping("/check")
    @Operation(
            summary = "Lit une demande et dit chaque erreur",
            description = "Rien n’est exécuté, rien n’est gardé.")
    ResponseEntity<CheckView> check(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = CheckBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var service = own(request, id);
        var form = JsonBody.form(body, CheckBody.class);
        var pasted = form.required("request", RequestCheck.LONGEST);
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
        var findings = views(looks.requests().check(service, pasted), request);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new CheckView(findings));
    }

    @PostMapping("/keys")
    @Operation(
            summary = "Relit les clés publiques du service",
            description =
                    "If-Match est obligatoire. Dit ce qui a été lu et ce qui n’y convient pas.")
    KeysView keys(@PathVariable String id, HttpServletRequest request) {
        var service = own(request, id);
        var wish = Api.wish(request, service);
        var read = looks.keys().read(service.client());
        if (read.usable() && !read.names().isEmpty()) {
            Api.done(credentials.keysRead(wish, read.names()));
        }
        return new KeysView(read.names(), views(read.findings(), request));
    }

    @GetMapping("/activity")
    @Operation(
            summary = "Compte ce qui est arrivé aux demandes du service",
            description = "window : heure, jour ou semaine.")
    ActivityView activity(
            @PathVariable String id,
            @Parameter(schema = @Schema(allowableValues = {"heure", "jour", "semaine"}))
                    @RequestParam(defaultValue = "heure")
                    String window,
            HttpServletRequest request) {
        return ActivityView.of(looks.activities().of(own(request, id).id(), Window.of(window)));
    }

    private List<FindingView> views(List<Finding> findings, HttpServletRequest request) {
        var words = dictionary.in(request.getLocale().getLanguage());
        return findings.stream().map(it -> FindingView.of(it, words)).toList();
    }

    private ConnectedService own(HttpServletRequest request, String id) {
        return desk.find(request, id).orElseThrow(Api::unknown);
    }
}
