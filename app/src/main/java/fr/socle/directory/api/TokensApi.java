package fr.socle.directory.api;

import static fr.socle.directory.api.Api.done;

import fr.socle.directory.ApiTokenDraft;
import fr.socle.directory.ApiTokenId;
import fr.socle.directory.ApiTokens;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.api.Views.TokenBody;
import fr.socle.directory.api.Views.TokenView;
import fr.socle.directory.web.Desk;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.api.Lines;
import fr.socle.ui.api.Wanted;
import fr.socle.ui.form.Form;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API tokens, for machines that administer the whole directory. */
@RestController
@Requires(DirectoryRights.ADMINISTER_CODE)
@Tag(name = "Annuaire : jetons d’API")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/tokens")
class TokensApi {

    private final ApiTokens tokens;
    private final Idempotency idempotency;
    private final Clock clock;

    TokensApi(ApiTokens tokens, Idempotency idempotency, Clock clock) {
        this.tokens = tokens;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Liste les jetons, sans leurs secrets")
    Lines<TokenView> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request) {
        Api.administers(request);
        var wanted = Wanted.of(Form.of(query));
        var now = clock.instant();
        return Api.lines(
                wanted,
                tokens.list(wanted.size(), wanted.offset()),
                it -> TokenView.of(it, now, null));
    }

    @PostMapping
    @Operation(
            summary = "Crée un jeton",
            description = "La réponse est la seule à donner le secret.")
    ResponseEntity<?> create(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = TokenBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        Api.administers(request);
        return idempotency.once(request, body, () -> fresh(body, request));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Révoque un jeton, sur tous les nœuds, tout de suite")
    TokenView revoke(@PathVariable String id, HttpServletRequest request) {
        Api.administers(request);
        var token = ApiTokenId.of(id).orElseThrow(Api::unknown);
        return TokenView.of(done(tokens.revoke(Desk.actor(request), token)), clock.instant(), null);
    }

    private ResponseEntity<?> fresh(Map<String, Object> body, HttpServletRequest request) {
        var form = JsonBody.form(body, TokenBody.class);
        var draft =
                ApiTokenDraft.read(form, tokens.grantable(request))
                        .orElseThrow(() -> ApiProblem.of(form));
        var created = tokens.create(Desk.actor(request), draft);
        var view = TokenView.of(created.token(), clock.instant(), created.secret());
        return ResponseEntity.created(URI.create(Api.BASE + "/tokens/" + view.id())).body(view);
    }
}
