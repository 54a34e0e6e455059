package fr.socle.exchange.desk.api;

import fr.socle.exchange.ExchangeRights;
import fr.socle.exchange.desk.AccessDraft;
import fr.socle.exchange.desk.JsonForm;
import fr.socle.exchange.desk.ProviderDesk;
import fr.socle.exchange.desk.ProviderTrust;
import fr.socle.exchange.desk.api.Views.DataProviderAccess;
import fr.socle.exchange.desk.api.Views.DataProviderActive;
import fr.socle.exchange.desk.api.Views.DataProviderAuthority;
import fr.socle.exchange.desk.api.Views.DataProviderCertificate;
import fr.socle.exchange.desk.api.Views.DataProviderView;
import fr.socle.exchange.desk.web.Asked;
import fr.socle.exchange.provider.Authority;
import fr.socle.exchange.provider.ClientCertificate;
import fr.socle.kernel.Parsed;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.form.Reading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How providers let us in, and whether they are asked, for machines. */
@RestController
@Requires(ExchangeRights.OPERATE_CODE)
@Tag(name = "Échanges de données : fournisseurs")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/providers")
class DataProviderAccessApi {

    private final ProviderDesk desk;
    private final ProviderTrust trust;
    private final Clock clock;

    DataProviderAccessApi(ProviderDesk desk, ProviderTrust trust, Clock clock) {
        this.desk = desk;
        this.trust = trust;
        this.clock = clock;
    }

    @PutMapping("/{code}/access")
    @Operation(
            summary = "Règle comment le fournisseur nous reconnaît, ou change le secret",
            description = "If-Match est obligatoire. Sans « token », le secret présent reste.")
    ResponseEntity<DataProviderView> access(
            @PathVariable String code,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    DataProviderAccess.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        Api.found(desk, code);
        var version = Api.version(request);
        var form = JsonForm.of(body, AccessDraft.MEMBERS, Set.of());
        var draft = AccessDraft.read(form).orElseThrow(() -> ApiProblem.of(form));
        Api.demand(desk.access(Asked.actor(request), code, draft, version));
        return Api.versioned(Api.found(desk, code));
    }

    @PutMapping("/{code}/certificate")
    @Operation(
            summary = "Dépose le certificat client (mTLS) et sa clé",
            description = "If-Match est obligatoire. PKCS#12 en base64, ou PEM avec clé PKCS#8.")
    ResponseEntity<DataProviderView> certificate(
            @PathVariable String code,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    DataProviderCertificate.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        Api.found(desk, code);
        var version = Api.version(request);
        var form = JsonBody.form(body, DataProviderCertificate.class);
        var file = form.required("file", 2 * ClientCertificate.LARGEST);
        var password = form.optional("password", 500);
        Api.demand(form);
        var read = ClientCertificate.read(Api.bytes(file), password, clock.instant());
        switch (read) {
            case Parsed.Invalid<ClientCertificate>(var why) ->
                    throw ApiProblem.invalid("/file", why);
            case Parsed.Valid<ClientCertificate>(var it) ->
                    Api.demand(trust.certificate(Asked.actor(request), code, it, version));
        }
        return Api.versioned(Api.found(desk, code));
    }

    @DeleteMapping("/{code}/certificate")
    @Operation(summary = "Retire le certificat client", description = "If-Match est obligatoire.")
    ResponseEntity<DataProviderView> withoutCertificate(
            @PathVariable String code, HttpServletRequest request) {
        Api.found(desk, code);
        Api.demand(trust.withoutCertificate(Asked.actor(request), code, Api.version(request)));
        return Api.versioned(Api.found(desk, code));
    }

    @PutMapping("/{code}/authority")
    @Operation(
            summary = "Dépose l’autorité de certification propre au fournisseur",
            description =
                    "If-Match est obligatoire. PEM d’un à dix certificats d’autorité : elles seules"
                            + " répondent alors de lui.")
    ResponseEntity<DataProviderView> authority(
            @PathVariable String code,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    DataProviderAuthority.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        Api.found(desk, code);
        var version = Api.version(request);
        var form = JsonBody.form(body, DataProviderAuthority.class);
        var file = form.required("file", Authority.LARGEST);
        Api.demand(form);
        switch (Authority.read(file.getBytes(StandardCharsets.UTF_8), clock.instant())) {
            case Parsed.Invalid<Authority>(var why) -> throw ApiProblem.invalid("/file", why);
            case Parsed.Valid<Authority>(var it) ->
                    Api.demand(trust.authority(Asked.actor(request), code, it, version));
        }
        return Api.versioned(Api.found(desk, code));
    }

    @DeleteMapping("/{code}/authority")
    @Operation(
            summary = "Retire l’autorité de certification propre au fournisseur",
            description = "If-Match est obligatoire.")
    ResponseEntity<DataProviderView> withoutAuthority(
            @PathVariable String code, HttpServletRequest request) {
        Api.found(desk, code);
        Api.demand(trust.withoutAuthority(Asked.actor(request), code, Api.version(request)));
        return Api.versioned(Api.found(desk, code));
    }

    @PutMapping("/{code}/active")
    @Operation(
            summary =
                    "Met un fournisseur en service ou le coupe, sur tous les nœuds en deux secondes")
    ResponseEntity<DataProviderView> activate(
            @PathVariable String code,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    DataProviderActive.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var form = JsonBody.form(body, DataProviderActive.class);
        var on = form.read("active", Reading::yesNo);
        Api.demand(form);
        Api.demand(desk.activate(Asked.actor(request), code, on.orElseThrow()));
        return Api.versioned(Api.found(desk, code));
    }
}
