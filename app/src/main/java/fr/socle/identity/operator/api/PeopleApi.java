package fr.socle.identity.operator.api;

import fr.socle.identity.operator.Blocks;
import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.Saved;
import fr.socle.identity.operator.SignInReferences;
import fr.socle.identity.operator.api.Views.PersonView;
import fr.socle.identity.operator.api.Views.ReasonBody;
import fr.socle.identity.operator.web.Asked;
import fr.socle.kernel.Parsed;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.Idempotency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person, by the code of one of her sign-ins, for machines. */
@RestController
@Requires(Operating.CODE)
@Tag(name = "Fédérations d’identité : personnes")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/people")
class PeopleApi {

    private final Blocks blocks;
    private final Idempotency idempotency;

    PeopleApi(Blocks blocks, Idempotency idempotency) {
        this.blocks = blocks;
        this.idempotency = idempotency;
    }

    @GetMapping("/{reference}")
    @Operation(
            summary = "Lit la connexion de ce code",
            description = "Ni le nom de la personne, ni ses autres connexions.")
    PersonView show(@PathVariable String reference, HttpServletRequest request) {
        return view(plain(reference), request);
    }

    @PostMapping("/{reference}/block")
    @Operation(summary = "Bloque la personne de cette connexion et ferme ses sessions")
    ResponseEntity<?> block(
            @PathVariable String reference,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ReasonBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var code = plain(reference);
        return decided(
                code,
                body,
                request,
                (it, reason) -> blocks.block(Asked.actor(request), it, reason));
    }

    @PostMapping("/{reference}/unblock")
    @Operation(summary = "Débloque la personne de cette connexion")
    ResponseEntity<?> unblock(
            @PathVariable String reference,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ReasonBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var code = plain(reference);
        return decided(
                code,
                body,
                request,
                (it, reason) -> blocks.unblock(Asked.actor(request), it, reason));
    }

    /** The reason is about a person: no kept answer holds it. */
    private ResponseEntity<?> decided(
            String code,
            Map<String, Object> body,
            HttpServletRequest request,
            BiFunction<String, String, Saved> decision) {
        return idempotency.once(
                request,
                body,
                () -> {
                    var reason = Api.text(body, ReasonBody.class, "reason");
                    Api.demand(decision.apply(code, reason));
                    return ResponseEntity.noContent().build();
                });
    }

    private PersonView view(String code, HttpServletRequest request) {
        var found = blocks.look(Asked.actor(request), code).orElseThrow(Api::unknown);
        return PersonView.of(found, blocks.of(found.person()).orElse(null));
    }

    private static String plain(String reference) {
        return switch (SignInReferences.parse(reference)) {
            case Parsed.Valid<String>(var it) -> it;
            case Parsed.Invalid<String> _ -> throw Api.unknown();
        };
    }
}
