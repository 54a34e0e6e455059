package fr.socle.notifications.api;

import fr.socle.kernel.Ids;
import fr.socle.kernel.Refusal;
import fr.socle.notifications.api.Views.DecidedView;
import fr.socle.notifications.api.Views.UndeliveredView;
import fr.socle.notifications.delivery.Undelivered;
import fr.socle.notifications.outbox.DeadLetters;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.Lines;
import fr.socle.ui.api.Wanted;
import fr.socle.ui.form.Form;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Letters that could not be delivered, for machines: the same acts and right as the page. */
@RestController
@Requires("notifications.administrer")
@Tag(name = "Notifications : courriels non remis")
@SecurityRequirement(name = "jeton")
@RequestMapping("/api/notifications/v1/undelivered")
class UndeliveredApi {

    private final DeadLetters letters;
    private final Undelivered undelivered;
    private final Idempotency idempotency;

    UndeliveredApi(DeadLetters letters, Undelivered undelivered, Idempotency idempotency) {
        this.letters = letters;
        this.undelivered = undelivered;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(
            summary = "Liste les courriels non remis, les plus récents d’abord",
            description = "Paramètres : page (à partir de 1), size (100 au plus).")
    Lines<UndeliveredView> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        var wanted = Wanted.of(Form.of(query));
        return wanted.lines(
                letters.page(wanted.offset(), wanted.size()), letters.count(), UndeliveredView::of);
    }

    @PostMapping("/{letter}/resendings")
    @Operation(
            summary = "Renvoie un courriel",
            description =
                    "Il repart comme neuf. Un en-tête Idempotency-Key rend l’appel répétable pendant un jour.")
    ResponseEntity<?> resend(@PathVariable String letter, HttpServletRequest request) {
        return idempotency.once(request, Map.of(), () -> resendOnce(id(letter), request));
    }

    @DeleteMapping("/{letter}")
    @Operation(summary = "Abandonne un courriel", description = "Il ne sera plus envoyé.")
    DecidedView drop(@PathVariable String letter, HttpServletRequest request) {
        var id = id(letter);
        demand(undelivered.drop(id, caller(request)));
        return new DecidedView(id, "abandonne");
    }

    private ResponseEntity<?> resendOnce(UUID letter, HttpServletRequest request) {
        demand(undelivered.resend(letter, caller(request)));
        return ResponseEntity.accepted().body(new DecidedView(letter, "en-attente"));
    }

    private static UUID caller(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> agent.agent();
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    private static UUID id(String text) {
        return Ids.parse(text).orElseThrow(UndeliveredApi::unknown);
    }

    private static void demand(boolean done) {
        if (!done) {
            throw unknown();
        }
    }

    private static ApiProblem unknown() {
        return ApiProblem.of(404, Refusal.of("notifications.api.unknown"));
    }
}
