package fr.socle.journal.api;

import fr.socle.journal.Audience;
import fr.socle.journal.Journal;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.api.Views.EntriesView;
import fr.socle.journal.api.Views.EntryView;
import fr.socle.journal.format.Receipt;
import fr.socle.journal.receipt.Receipts;
import fr.socle.journal.store.LogStore;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The open log as an auditor reads it. */
@RestController
@Requires("journal.auditer")
@Tag(name = "Journal")
@SecurityRequirement(name = "jeton")
@RequestMapping(EntriesApi.BASE + "/entries")
class EntriesApi {

    static final String BASE = "/api/journal/v1";

    private static final int SIZE = 50;
    private static final int SIZE_MAX = 200;
    private static final long INDEX_MAX = 999_999_999_999_999_999L;

    private final Journal journal;
    private final Receipts receipts;
    private final LogStore logs;

    EntriesApi(Journal journal, Receipts receipts, LogStore logs) {
        this.journal = journal;
        this.receipts = receipts;
        this.logs = logs;
    }

    @GetMapping
    @Operation(
            summary = "Liste les lignes : les dernières, ou la suite à partir d’un index",
            description =
                    "Paramètres : before (les lignes d’index inférieur, la plus récente d’abord ; sans"
                            + " lui, les dernières) ou from (les lignes à partir de cet index, dans"
                            + " l’ordre où elles furent écrites), size (50, au plus 200).")
    EntriesView list(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        var form = Form.of(query);
        var before = form.readOptional("before", Reading.whole(0, INDEX_MAX));
        var from = form.readOptional("from", Reading.whole(0, INDEX_MAX));
        var lines = form.readOptional("size", Reading.whole(1, SIZE_MAX)).orElse((long) SIZE);
        if (before.isPresent() && from.isPresent()) {
            form.reject("from", Refusal.of("journal.api.two-ways"));
        }
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
        var size = logs.current().orElseThrow().size();
        return from.map(it -> upward(it, lines, size))
                .orElseGet(() -> downward(before.orElse(size), lines, size));
    }

    /** A follower asks for {@code next} again and again; it is there even at the end. */
    private EntriesView upward(long from, long lines, long size) {
        var end = Math.max(from, Math.min(size, from + lines));
        return new EntriesView(views(from, end), size, end);
    }

    private EntriesView downward(long before, long lines, long size) {
        var end = Math.min(before, size);
        var start = Math.max(0, end - lines);
        return new EntriesView(views(start, end).reversed(), size, start > 0 ? start : null);
    }

    private List<EntryView> views(long start, long end) {
        return start == end
                ? List.of()
                : journal.from(start, (int) (end - start)).stream().map(EntryView::of).toList();
    }

    @GetMapping("/{index}")
    @Operation(summary = "Lit une ligne")
    EntryView show(@PathVariable String index) {
        return EntryView.of(found(journal, index));
    }

    @GetMapping("/{index}/receipt")
    @Operation(
            summary = "Donne le reçu de l’auditeur",
            description =
                    "Il se vérifie hors ligne par ./socle verify. 409 tant que la ligne n’est pas signée.")
    ResponseEntity<String> receipt(@PathVariable String index) {
        var entry = found(journal, index);
        if (entry.content().isEmpty()) {
            throw unknown();
        }
        return receipts.forReader(
                        logs.current().orElseThrow().log(), entry.index(), Audience.AUDITEUR)
                .map(EntriesApi::text)
                .orElseThrow(() -> ApiProblem.of(409, Refusal.of("journal.api.unsigned")));
    }

    /** Whatever the caller accepts: a problem is JSON, the receipt is text. */
    private static ResponseEntity<String> text(Receipt receipt) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .body(receipt.write());
    }

    /**
     * @throws ApiProblem 404 unless it is the index of an entry of the open log
     */
    static LoggedEntry found(Journal journal, String index) {
        if (!index.matches("[0-9]{1,18}")) {
            throw unknown();
        }
        return journal.at(Long.parseLong(index)).orElseThrow(EntriesApi::unknown);
    }

    private static ApiProblem unknown() {
        return ApiProblem.of(404, Refusal.of("journal.api.unknown"));
    }
}
