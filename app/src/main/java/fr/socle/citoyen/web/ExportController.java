package fr.socle.citoyen.web;

import fr.socle.citoyen.export.Exports;
import fr.socle.citoyen.export.JsonExport;
import fr.socle.citoyen.export.PdfExport;
import fr.socle.identity.Usagers;
import fr.socle.ui.Page;
import fr.socle.ui.PageRenderer;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Everything that a person may take away, after the journal said so. */
@Controller
@ForUsager
public class ExportController {

    private final Usagers usagers;
    private final Exports exports;
    private final JsonExport json;
    private final PdfExport pdf;
    private final PageRenderer renderer;

    ExportController(
            Usagers usagers,
            Exports exports,
            JsonExport json,
            PdfExport pdf,
            PageRenderer renderer) {
        this.usagers = usagers;
        this.exports = exports;
        this.json = json;
        this.pdf = pdf;
        this.renderer = renderer;
    }

    @GetMapping("/mon-dossier/export")
    Page choose(HttpServletRequest request) {
        Desk.usager(request);
        return new ExportPage(Whose.PERSON);
    }

    @PostMapping("/mon-dossier/export/json")
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        var everything = exports.of(usagers.connected(Desk.usager(request)), "JSON");
        return file(MediaType.APPLICATION_JSON, "mon-dossier.json", json.write(everything));
    }

    @PostMapping("/mon-dossier/export/pdf")
    ResponseEntity<byte[]> pdf(HttpServletRequest request) {
        var everything = exports.of(usagers.connected(Desk.usager(request)), "PDF");
        var xhtml = renderer.text(new PrintedPage(everything), request);
        return file(MediaType.APPLICATION_PDF, "mon-dossier.pdf", pdf.write(xhtml));
    }

    /** What is taken away, under this name. */
    public static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
