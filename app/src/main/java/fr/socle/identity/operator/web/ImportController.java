package fr.socle.identity.operator.web;

import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.ServiceDesk;
import fr.socle.identity.operator.ServiceDraft;
import fr.socle.identity.operator.ServiceFile;
import fr.socle.kernel.CsvText;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Services from a file: first a report that writes nothing, then all of them at once. */
@Controller
@Requires(Operating.CODE)
@RequestMapping(Asked.HOME + "/services/import")
class ImportController {

    private static final String FILE = "fichier";
    private static final String TEXT = "csv";

    private final ServiceFile file;
    private final ServiceDesk services;

    ImportController(ServiceFile file, ServiceDesk services) {
        this.file = file;
        this.services = services;
    }

    @GetMapping
    Page ask() {
        return new ImportPage(Form.blank(), null, "");
    }

    /** A file with the columns and one made-up line, to begin from. */
    @GetMapping("/modele.csv")
    ResponseEntity<String> model() {
        var example =
                List.of(
                        "cantine",
                        "citoyens",
                        "Réservation de la cantine",
                        "Ville de Beaumont",
                        "https://cantine.example/retour",
                        "https://cantine.example/",
                        "openid identite_pivot email",
                        "cantine",
                        "oui",
                        "oui");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"services.csv\"")
                .body(
                        "\uFEFF"
                                + String.join(";", ServiceDraft.MEMBERS)
                                + "\r\n"
                                + String.join(";", example)
                                + "\r\n");
    }

    /** What the file would do. The text comes back with the report, to be sent once more. */
    @PostMapping("/verification")
    Page check(HttpServletRequest request) throws IOException {
        var form = Form.blank();
        var text = uploaded(request, form);
        if (text.isEmpty()) {
            return new ImportPage(form, null, "");
        }
        return new ImportPage(Form.blank(), file.check(text.get()), text.get());
    }

    /** Reads the same text again, because the register may have changed since the report. */
    @PostMapping
    Page write(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var text = typed.getOrDefault(TEXT, List.of());
        var report = file.check(text.size() == 1 ? text.getFirst() : "");
        if (!report.sound()) {
            return new ImportPage(Form.blank(), report, text.isEmpty() ? "" : text.getFirst());
        }
        return new ImportedPage(services.write(Asked.actor(request), report.drafts()));
    }

    /** The file, or what was typed in its place. */
    private static Optional<String> uploaded(HttpServletRequest request, Form form)
            throws IOException {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            form.reject(FILE, Refusal.of("identity.import.missing"));
            return Optional.empty();
        }
        var found = new LinkedMultiValueMap<String, String>();
        try {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                var part = parts.next();
                var bytes = part.openStream().readNBytes(2 * ServiceFile.MOST_CHARACTERS + 1);
                found.add(part.getFieldName(), CsvText.decoded(bytes));
            }
        } catch (FileUploadException unreadable) {
            form.reject(FILE, Refusal.of("identity.import.unreadable"));
            return Optional.empty();
        }
        var text =
                found.getOrDefault(FILE, List.of()).stream().filter(it -> !it.isBlank()).toList();
        if (text.size() != 1) {
            form.reject(FILE, Refusal.of("identity.import.missing"));
            return Optional.empty();
        }
        return Optional.of(text.getFirst());
    }
}
