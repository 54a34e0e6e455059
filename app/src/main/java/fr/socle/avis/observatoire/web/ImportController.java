package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.ListingRights;
import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.avis.observatoire.listing.ListedFile;
import fr.socle.avis.observatoire.listing.Listings;
import fr.socle.directory.Change;
import fr.socle.kernel.CsvText;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Procedures from a file: first a report that writes nothing, then all of them at once. */
@Controller
@Requires(ListingRights.LIST_CODE)
@RequestMapping(Desk.HOME + "/import")
class ImportController {

    private static final String FILE = "fichier";
    private static final String TEXT = "csv";

    private static final List<String> EXAMPLE =
            List.of(
                    "Inscription au conservatoire",
                    "https://conservatoire.example/inscription",
                    "Ville de Beaumont",
                    "",
                    "Oui",
                    "Particuliers",
                    "1200",
                    "800",
                    "Non",
                    "2",
                    "");

    private final ListedFile file;
    private final Listings listings;

    ImportController(ListedFile file, Listings listings) {
        this.file = file;
        this.listings = listings;
    }

    @GetMapping
    Page ask() {
        return new ImportPage(Form.blank(), null, "");
    }

    /** A file with the columns and one made-up line, to begin from. */
    @GetMapping("/modele.csv")
    ResponseEntity<String> model() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"demarches.csv\"")
                .body(
                        "\uFEFF"
                                + String.join(";", ListedFile.DECLARED)
                                + "\r\n"
                                + String.join(";", EXAMPLE)
                                + "\r\n");
    }

    /** What the file would do. The text comes back with the report, to be sent once more. */
    @PostMapping("/verification")
    Page check(HttpServletRequest request) throws IOException {
        var form = Form.blank();
        var text = uploaded(request, form);
        return text.isEmpty()
                ? new ImportPage(form, null, "")
                : new ImportPage(
                        form, file.check(Desk.organisation(request), text.get()), text.get());
    }

    /** Reads the same text again, because the list may have changed since the report. */
    @PostMapping
    Object write(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var texts = typed.getOrDefault(TEXT, List.of());
        var text = texts.size() == 1 ? texts.getFirst() : "";
        var owner = Desk.organisation(request);
        var report = file.check(owner, text);
        if (!report.sound()) {
            return new ImportPage(Form.blank(), report, text);
        }
        return switch (listings.write(Desk.actor(request), owner, report.facts())) {
            case Change.Done<List<ListedDemarche>> _ ->
                    Desk.seeOther(Desk.HOME + "?fait=importees");
            case Change.Refused<List<ListedDemarche>>(_, var why) -> {
                var broken = new ListedFile.Report(why, List.of(), List.of());
                yield new ImportPage(Form.blank(), broken, text);
            }
            case Change.Stale<List<ListedDemarche>> _, Change.Unknown<List<ListedDemarche>> _ ->
                    throw Desk.conflict();
        };
    }

    private static Optional<String> uploaded(HttpServletRequest request, Form form)
            throws IOException {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        var texts = new ArrayList<String>();
        try {
            if (type.startsWith("multipart/form-data")) {
                var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
                while (parts.hasNext()) {
                    var part = parts.next();
                    var bytes = part.openStream().readNBytes(2 * ListedFile.MOST_CHARACTERS + 2);
                    if (part.getFieldName().equals(FILE)) {
                        texts.add(CsvText.decoded(bytes));
                    }
                }
            }
        } catch (FileUploadException unreadable) {
            form.reject(FILE, Refusal.of("avis.import.unreadable"));
            return Optional.empty();
        }
        texts.removeIf(String::isBlank);
        if (texts.size() != 1) {
            form.reject(FILE, Refusal.of("avis.import.missing"));
            return Optional.empty();
        }
        return Optional.of(texts.getFirst());
    }
}
