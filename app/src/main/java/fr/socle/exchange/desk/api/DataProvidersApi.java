package fr.socle.exchange.desk.api;

import fr.socle.exchange.ExchangeRights;
import fr.socle.exchange.desk.Console;
import fr.socle.exchange.desk.JsonForm;
import fr.socle.exchange.desk.ProviderDesk;
import fr.socle.exchange.desk.ProviderDraft;
import fr.socle.exchange.desk.ProviderLine;
import fr.socle.exchange.desk.api.Views.DataProviderBody;
import fr.socle.exchange.desk.api.Views.DataProviderSeen;
import fr.socle.exchange.desk.api.Views.DataProviderTrial;
import fr.socle.exchange.desk.api.Views.DataProviderView;
import fr.socle.exchange.desk.web.Asked;
import fr.socle.exchange.provider.Credential;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.JsonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The data providers, for machines: the same acts, rules and right as the pages. */
@RestController
@Requires(ExchangeRights.OPERATE_CODE)
@Tag(name = "Échanges de données : fournisseurs")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/providers")
class DataProvidersApi {

    private final ProviderDesk desk;
    private final Console console;
    private final Idempotency idempotency;

    DataProvidersApi(ProviderDesk desk, Console console, Idempotency idempotency) {
        this.desk = desk;
        this.console = console;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(summary = "Liste les fournisseurs de données, sans leurs secrets")
    List<DataProviderView> list() {
        return desk.all().stream().map(DataProviderView::of).toList();
    }

    @GetMapping("/{code}")
    @Operation(summary = "Lit un fournisseur de données")
    ResponseEntity<DataProviderView> show(@PathVariable String code) {
        return answer(code);
    }

    @PostMapping
    @Operation(
            summary = "Inscrit un fournisseur de données, en préparation",
            description = "Personne ne le voit avant sa mise en service, qui exige son accès.")
    ResponseEntity<?> add(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    DataProviderBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        return idempotency.once(
                request,
                body,
                () -> {
                    var draft = draft(body);
                    Api.demand(desk.add(Asked.actor(request), draft, new Credential.Bearer()));
                    var code = draft.set().code();
                    return ResponseEntity.created(URI.create(Api.BASE + "/providers/" + code))
                            .body(DataProviderView.of(found(code)));
                });
    }

    @PutMapping("/{code}")
    @Operation(
            summary = "Modifie ce qu’un fournisseur donne, et son adresse",
            description =
                    "If-Match est obligatoire. Si l’adresse mène à un autre serveur, le secret est oublié.")
    ResponseEntity<DataProviderView> change(
            @PathVariable String code,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    DataProviderBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        found(code);
        var version = Api.version(request);
        var draft = draft(body);
        Api.demandSame(draft.set().code(), code);
        Api.demand(desk.change(Asked.actor(request), draft, version));
        return answer(code);
    }

    @PostMapping("/{code}/trials")
    @Operation(
            summary = "Interroge maintenant le fournisseur et dit quelle forme a sa réponse",
            description =
                    "Aucune valeur n’est montrée ni gardée ; l’essai et sa raison sont au journal. En production,"
                            + " seul le cas d’essai de la description est demandé. L’appel n’est pas répétable.")
    DataProviderSeen trial(
            @PathVariable String code,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    DataProviderTrial.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var line = found(code);
        var form = JsonBody.form(body, DataProviderTrial.class);
        Api.demand(form);
        return console.look(Asked.actor(request), line, form)
                .map(DataProviderSeen::of)
                .orElseThrow(() -> ApiProblem.of(form));
    }

    private static ProviderDraft draft(Map<String, Object> body) {
        var form = JsonForm.of(body, ProviderDraft.MEMBERS, ProviderDraft.LISTS);
        return ProviderDraft.read(form).orElseThrow(() -> ApiProblem.of(form));
    }

    private ResponseEntity<DataProviderView> answer(String code) {
        return Api.versioned(found(code));
    }

    private ProviderLine found(String code) {
        return Api.found(desk, code);
    }
}
