package fr.socle.citoyen.entreprise.web;

import fr.socle.citoyen.entreprise.Quoi;
import fr.socle.citoyen.entreprise.Representant;
import fr.socle.citoyen.export.Exports;
import fr.socle.citoyen.export.JsonExport;
import fr.socle.citoyen.export.PdfExport;
import fr.socle.citoyen.web.Desk;
import fr.socle.citoyen.web.ExportController;
import fr.socle.citoyen.web.ExportPage;
import fr.socle.citoyen.web.PrintedPage;
import fr.socle.citoyen.web.Whose;
import fr.socle.directory.ComptesProfessionnels;
import fr.socle.journal.Proofs;
import fr.socle.journal.Statement;
import fr.socle.ui.Dictionary;
import fr.socle.ui.Page;
import fr.socle.ui.PageRenderer;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a representative takes away of the company's file, after the journal said so. */
@Controller
@ForUsager
@RequestMapping(ComptesProfessionnels.PAGES)
class EntrepriseExportController {

    private final EntrepriseDesk desk;
    private final Exports exports;
    private final Proofs proofs;
    private final Forms forms;
    private final Dictionary dictionary;

    /** In which forms a file leaves. */
    @Component
    record Forms(JsonExport json, PdfExport pdf, PageRenderer pages) {}

    EntrepriseExportController(
            EntrepriseDesk desk,
            Exports exports,
            Proofs proofs,
            Forms forms,
            Dictionary dictionary) {
        this.desk = desk;
        this.exports = exports;
        this.proofs = proofs;
        this.forms = forms;
        this.dictionary = dictionary;
    }

    @GetMapping("/export")
    Object choose(HttpServletRequest request) {
        return desk.through(request, Quoi.COPIE, it -> new ExportPage(new Whose.Entreprise(it)));
    }

    @PostMapping("/export/json")
    Object json(HttpServletRequest request) {
        return desk.through(
                request,
                Quoi.COPIE_JSON,
                it ->
                        ExportController.file(
                                MediaType.APPLICATION_JSON,
                                "dossier-entreprise.json",
                                forms.json().write(exports.of(it))));
    }

    @PostMapping("/export/pdf")
    Object pdf(HttpServletRequest request) {
        return desk.through(request, Quoi.COPIE_PDF, it -> pdf(it, request));
    }

    private Object pdf(Representant who, HttpServletRequest request) {
        var xhtml = forms.pages().text(new PrintedPage(exports.of(who)), request);
        return ExportController.file(
                MediaType.APPLICATION_PDF, "dossier-entreprise.pdf", forms.pdf().write(xhtml));
    }

    /** Written entry by entry: no connection to the database is held. */
    @PostMapping("/export/recus")
    void receipts(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (desk.through(request, Quoi.RECUS, it -> it)) {
            case Representant who -> receipts(who, request, response);
            case Page closed -> forms.pages().write(closed, request, response);
            default -> throw new IllegalStateException("neither in nor out");
        }
    }

    private void receipts(
            Representant who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var words = dictionary.in(Desk.language(request));
        var log = proofs.published();
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"recus-entreprise.zip\"");
        exports.receipts(
                who,
                log,
                early -> words.of("citoyen.recus.read-me", log.key(), early),
                response.getOutputStream());
    }

    /** Hands out the statement that no line is missing, line by line. */
    @PostMapping("/releve")
    void statement(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        switch (desk.through(request, Quoi.RELEVE, this::statement)) {
            case Statement it -> {
                response.setContentType("application/json");
                response.setHeader(
                        "Content-Disposition",
                        "attachment; filename=\"" + EntreprisePage.FILE + "\"");
                it.body().writeTo(response.getOutputStream());
            }
            case Page none -> {
                response.setHeader("Retry-After", "5");
                forms.pages().write(none, request, response);
            }
            default -> throw new IllegalStateException("neither in nor out");
        }
    }

    private Object statement(Representant who) {
        return proofs.statementFor(who.company())
                .<Object>map(it -> it)
                .orElseGet(
                        () ->
                                new EntreprisePage(
                                        new Whose.Entreprise(who), proofs.published(), true));
    }
}
