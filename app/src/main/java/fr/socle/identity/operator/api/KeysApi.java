package fr.socle.identity.operator.api;

import fr.socle.identity.operator.KeyDesk;
import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.api.Views.KeyView;
import fr.socle.identity.operator.api.Views.OwnerBody;
import fr.socle.identity.operator.api.Views.ReasonBody;
import fr.socle.identity.operator.web.Asked;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.Idempotency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The signing keys, for machines. */
@RestController
@Requires(Operating.CODE)
@Tag(name = "Fédérations d’identité : clés de signature")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/keys")
class KeysApi {

    private final KeyDesk keys;
    private final Idempotency idempotency;

    KeysApi(KeyDesk keys, Idempotency idempotency) {
        this.keys = keys;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(summary = "Liste les clés publiées et où chacune en est de sa vie")
    List<KeyView> list() {
        return keys.all().stream().map(KeyView::of).toList();
    }

    @PostMapping("/rotate")
    @Operation(summary = "Publie la clé suivante d’un émetteur ; elle signera dans une heure")
    ResponseEntity<?> rotate(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = OwnerBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        return idempotency.once(
                request,
                body,
                () -> {
                    var owner = Api.text(body, OwnerBody.class, "owner");
                    Api.demand(keys.rotate(Asked.actor(request), owner));
                    return ResponseEntity.ok(list());
                });
    }

    @PostMapping("/{kid}/revoke")
    @Operation(
            summary = "Révoque une clé tout de suite",
            description = "Ce qu’elle a signé n’est plus valable ; une autre signe à sa place.")
    ResponseEntity<?> revoke(
            @PathVariable String kid,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ReasonBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        return idempotency.once(
                request,
                body,
                () -> {
                    var reason = Api.text(body, ReasonBody.class, "reason");
                    Api.demand(keys.revoke(Asked.actor(request), kid, reason));
                    return ResponseEntity.ok(list());
                });
    }
}
