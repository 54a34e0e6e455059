package fr.socle.journal.api;

import fr.socle.journal.Audience;
import fr.socle.journal.Journal;
import fr.socle.journal.api.Views.OpeningBody;
import fr.socle.journal.api.Views.OpeningView;
import fr.socle.journal.api.Views.Recorded;
import fr.socle.journal.log.Openings;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.JsonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The parts of the data protection officer, opened on a ground that is recorded. */
@RestController
@Requires("journal.auditer")
@Tag(name = "Journal")
@SecurityRequirement(name = "jeton")
class OpeningsApi {

    private final Journal journal;
    private final Openings openings;
    private final Idempotency idempotency;

    OpeningsApi(Journal journal, Openings openings, Idempotency idempotency) {
        this.journal = journal;
        this.openings = openings;
        this.idempotency = idempotency;
    }

    /**
     * The parts are read after the answer was kept, so that a repeated call gives nothing that was
     * erased in between.
     */
    @PostMapping(EntriesApi.BASE + "/entries/{index}/openings")
    @Operation(
            summary = "Ouvre les parties du délégué à la protection des données",
            description =
                    "Il faut aussi le droit journal.ouvrir. L’ouverture s’inscrit d’abord au journal ;"
                            + " avec le même Idempotency-Key, elle ne s’y inscrit qu’une fois.")
    ResponseEntity<OpeningView> open(
            @PathVariable String index,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = OpeningBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var agent = Openings.demand(Visitors.of(request));
        var entry = EntriesApi.found(journal, index);
        var recorded = idempotency.once(request, body, () -> record(agent, entry.index(), body));
        var present = EntriesApi.found(journal, index).content();
        return ResponseEntity.status(recorded.getStatusCode())
                .body(
                        new OpeningView(
                                id(recorded.getBody()),
                                entry.index(),
                                present.isEmpty(),
                                present.map(it -> it.readBy(Audience.DPO)).orElse(Map.of())));
    }

    private ResponseEntity<?> record(Visitor.Agent agent, long index, Map<String, Object> body) {
        var form = JsonBody.form(body);
        var motif = form.required("motif", Openings.MAX_MOTIF);
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
        var id = openings.open(agent, index, motif).id().toString();
        return ResponseEntity.status(201).body(new Recorded(id, index));
    }

    /** A repeated answer is the object that was kept. */
    private static String id(@Nullable Object answer) {
        return switch (answer) {
            case Recorded recorded -> recorded.id();
            case Map<?, ?> kept -> String.valueOf(kept.get("id"));
            case null, default -> throw new IllegalStateException("an opening has its record");
        };
    }
}
