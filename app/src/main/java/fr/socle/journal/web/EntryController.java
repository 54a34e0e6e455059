package fr.socle.journal.web;

import fr.socle.journal.Audience;
import fr.socle.journal.Journal;
import fr.socle.journal.LoggedEntry;
import fr.socle.journal.log.Openings;
import fr.socle.journal.receipt.Receipts;
import fr.socle.journal.store.LogStore;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The journal as an auditor reads it, and as a data protection officer opens it. */
@Controller
@Requires("journal.auditer")
class EntryController {

    private static final int LINES = 50;

    private final Journal journal;
    private final Receipts receipts;
    private final LogStore logs;
    private final Openings openings;

    EntryController(Journal journal, Receipts receipts, LogStore logs, Openings openings) {
        this.journal = journal;
        this.receipts = receipts;
        this.logs = logs;
        this.openings = openings;
    }

    /** The entries before {@code avant}, newest first; the newest of all without it. */
    @GetMapping("/administration/journal")
    Page entries(@RequestParam(name = "avant", defaultValue = "9223372036854775807") long before) {
        var size = logs.current().orElseThrow().size();
        var end = Math.clamp(before, 0, size);
        var start = Math.max(0, end - LINES);
        var lines =
                journal.from(start, (int) (end - start)).stream()
                        .map(it -> EntryLine.of(it, Audience.AUDITEUR))
                        .toList();
        return new EntriesPage(
                lines.reversed(),
                end < size ? "/administration/journal?avant=" + Math.min(size, end + LINES) : null,
                start > 0 ? "/administration/journal?avant=" + start : null);
    }

    @GetMapping("/administration/journal/{index:[0-9]{1,18}}")
    Page entry(@PathVariable long index, HttpServletRequest request) {
        return page(found(index), null, Form.blank(), Visitors.of(request));
    }

    /** Opens the officer's parts: first the line that says so, durable, then the content. */
    @PostMapping("/administration/journal/{index:[0-9]{1,18}}")
    Page open(
            @PathVariable long index,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var agent = Openings.demand(Visitors.of(request));
        var entry = found(index);
        var form = Form.of(parameters);
        var motif = form.required("motif", Openings.MAX_MOTIF);
        if (!form.ok()) {
            return page(entry, null, form, agent);
        }
        openings.open(agent, index, motif);
        return page(entry, EntryLine.of(entry, Audience.DPO), form, agent);
    }

    @GetMapping("/administration/journal/{index:[0-9]{1,18}}/recu")
    ResponseEntity<String> receipt(@PathVariable long index) {
        var log = logs.current().orElseThrow().log();
        return receipts.forReader(log, index, Audience.AUDITEUR)
                .map(
                        it ->
                                ResponseEntity.ok()
                                        .header("Content-Type", "text/plain; charset=utf-8")
                                        .header(
                                                "Content-Disposition",
                                                "attachment; filename=\"journal-"
                                                        + log
                                                        + "-"
                                                        + index
                                                        + ".tlog-proof\"")
                                        .body(it.write()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private EntryPage page(
            LoggedEntry entry, @Nullable EntryLine opened, Form form, Visitor visitor) {
        var log = logs.current().orElseThrow().log();
        return new EntryPage(
                EntryLine.of(entry, Audience.AUDITEUR),
                entry.purge(),
                receipts.forReader(log, entry.index(), Audience.AUDITEUR).isPresent(),
                Openings.allowed(visitor),
                opened,
                form);
    }

    private LoggedEntry found(long index) {
        return journal.at(index)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
