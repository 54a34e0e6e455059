package fr.socle.exchange.reconcile;

import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.provider.Providers;
import fr.socle.exchange.reconcile.Decomptes.Author;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.Public;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where consumers and providers say what they counted; their token is the credential. */
@RestController
@Public
@Tag(name = "Échanges : décomptes")
class DecomptesController {

    static final String PATH = "/api/exchange/v1/decomptes";

    private static final String BEARER = "Bearer ";
    private static final long MOST = 1_000_000_000_000L;

    /** As long as a count can still be compared. */
    private static final int DAYS = 3;

    private final Decomptes decomptes;
    private final Providers providers;

    DecomptesController(Decomptes decomptes, Providers providers) {
        this.decomptes = decomptes;
        this.providers = providers;
    }

    @Schema(description = "Ce qu’un logiciel ou un fournisseur a compté d’un jour de Paris")
    record DecompteBody(
            @Schema(description = "AAAA-MM-JJ, avant aujourd’hui") String jour,
            @Schema(description = "Code du jeu de données") String jeu,
            @Schema(description = "Questions posées, ou reçues") long demandes,
            @Schema(description = "Réponses reçues entières, ou données") long reponses) {}

    @PostMapping(PATH)
    @Operation(
            summary = "Déclare le décompte d’un jour",
            description =
                    "Par un logiciel, avec le jeton par lequel il demande des données ; par un"
                            + " fournisseur, avec son jeton de décompte. Le dernier décompte vaut, jusqu’au"
                            + " rapprochement, le lendemain à midi.")
    ResponseEntity<Void> declare(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = DecompteBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var author = author(request).orElseThrow(SignInNeeded::new);
        var form = JsonBody.form(body, DecompteBody.class);
        var day = day(form);
        var set = form.read("jeu", it -> set(author, it));
        var requested = form.read("demandes", Reading.whole(0, MOST));
        var answered = form.read("reponses", Reading.whole(0, MOST));
        if (requested.isPresent() && answered.isPresent() && answered.get() > requested.get()) {
            form.reject("reponses", Refusal.of("exchange.decompte.more"));
        }
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
        var counts = new Declared(requested.orElseThrow(), answered.orElseThrow());
        if (!decomptes.declare(author, day.orElseThrow(), set.orElseThrow(), counts)) {
            throw ApiProblem.of(409, Refusal.of("exchange.decompte.late"));
        }
        return ResponseEntity.noContent().build();
    }

    private Optional<Author> author(HttpServletRequest request) {
        var headers = request.getHeaders(HttpHeaders.AUTHORIZATION);
        var header = headers.hasMoreElements() ? headers.nextElement() : "";
        return headers.hasMoreElements()
                        || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.empty()
                : decomptes.author(header.substring(BEARER.length()).strip());
    }

    private Optional<LocalDate> day(Form form) {
        var today = decomptes.today();
        var day = form.readDate("jour");
        if (day.isPresent()
                && (!day.get().isBefore(today) || day.get().isBefore(today.minusDays(DAYS)))) {
            form.reject("jour", Refusal.of("exchange.decompte.day", DAYS));
        }
        return day;
    }

    private Parsed<String> set(Author author, String code) {
        var own =
                switch (author) {
                    case Author.Program _ ->
                            providers.provider(code).map(Provider::code).isPresent();
                    case Author.Provider(var given) -> given.equals(code);
                };
        return own ? Parsed.valid(code) : Parsed.invalid("exchange.decompte.set");
    }
}
