package fr.socle.demarches.web.agent;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.export.Archives;
import fr.socle.demarches.export.Export;
import fr.socle.demarches.export.Exports;
import fr.socle.demarches.export.Format;
import fr.socle.demarches.export.Sheets;
import fr.socle.demarches.instruction.InstructionRights;
import fr.socle.demarches.liste.Colonne;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks for the dossiers of a list as a file, shows how far that has come, hands the file out. */
@Controller
@Requires(InstructionRights.INSTRUIRE_CODE)
class ExportController {

    static final String ALL = "toutes";
    static final String SHOWN = "affichees";

    private final ListeDesk desk;
    private final Exports exports;
    private final Sheets sheets;
    private final Archives archives;

    ExportController(ListeDesk desk, Exports exports, Sheets sheets, Archives archives) {
        this.desk = desk;
        this.exports = exports;
        this.sheets = sheets;
        this.archives = archives;
    }

    /** The address says which list, as that of the list does. */
    @GetMapping("/agent/demarches/{demarche}/exports")
    Page show(
            @PathVariable String demarche,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request) {
        var asked = desk.asked(demarche, Desk.agent(request));
        var form = Form.of(query);
        return page(asked, list(form, asked, request), form, request);
    }

    @PostMapping("/agent/demarches/{demarche}/exports")
    Object order(
            @PathVariable String demarche,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var agent = Desk.agent(request);
        var asked = desk.asked(demarche, agent);
        var form = Form.of(parameters);
        var list = list(form, asked, request);
        var all = form.read("reponses", Reading.among(List.of(ALL, SHOWN))).orElse(ALL);
        if (!form.ok()) {
            return page(asked, list, form, request);
        }
        var shown = all.equals(ALL) ? null : list.shown();
        var id = exports.order(asked, agent, list.wanted(), shown);
        return ListeDesk.seeOther(ExportPage.path(id));
    }

    @GetMapping("/agent/exports/{id}")
    Page show(@PathVariable UUID id, HttpServletRequest request) {
        return new ExportPage(mine(id, request), sheets.count(id));
    }

    @PostMapping("/agent/exports/{id}/retrait")
    ResponseEntity<Void> giveUp(@PathVariable UUID id, HttpServletRequest request) {
        var export = mine(id, request);
        exports.giveUp(id, Desk.agent(request));
        return ListeDesk.seeOther("/agent/demarches/" + export.demarche() + "/exports");
    }

    @GetMapping("/agent/exports/{id}/{format}")
    void download(
            @PathVariable UUID id,
            @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var export = finished(id, request);
        var wanted = Format.of(format).filter(it -> it.holds(export)).orElseThrow(Desk::notFound);
        head(response, wanted.type(), "dossiers." + wanted.code());
        sheets.write(export, wanted, response.getOutputStream());
    }

    @GetMapping("/agent/exports/{id}/zip")
    void archive(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var export = finished(id, request);
        head(response, "application/zip", "dossiers.zip");
        archives.write(export, Desk.agent(request), response.getOutputStream());
    }

    private Page page(
            PublishedRevision asked, ListeAsked list, Form form, HttpServletRequest request) {
        var mine = exports.of(asked.demarche(), Desk.agent(request));
        return new ExportsPage(asked.facts().title(), ListeDesk.path(asked), list, form, mine);
    }

    private ListeAsked list(Form form, PublishedRevision asked, HttpServletRequest request) {
        return ListeAsked.read(
                form,
                asked.demarche(),
                desk.reader(Desk.agent(request)),
                Colonne.of(asked.definition()));
    }

    private static void head(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private Export finished(UUID id, HttpServletRequest request) {
        var export = mine(id, request);
        if (export.finishedAt() == null) {
            throw Desk.notFound();
        }
        return export;
    }

    /** Another's does not exist, nor does one of a procedure that is not his any more. */
    private Export mine(UUID id, HttpServletRequest request) {
        var agent = Desk.agent(request);
        var export = exports.find(id, agent).orElseThrow(Desk::notFound);
        desk.asked(export.demarche().toString(), agent);
        return export;
    }
}
