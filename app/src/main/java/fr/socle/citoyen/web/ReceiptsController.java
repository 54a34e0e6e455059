package fr.socle.citoyen.web;

import fr.socle.citoyen.export.Exports;
import fr.socle.journal.Proofs;
import fr.socle.ui.Dictionary;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** All receipts at once, with what it takes to verify them. */
@Controller
@ForUsager
class ReceiptsController {

    private final Exports exports;
    private final Proofs proofs;
    private final Dictionary dictionary;

    ReceiptsController(Exports exports, Proofs proofs, Dictionary dictionary) {
        this.exports = exports;
        this.proofs = proofs;
        this.dictionary = dictionary;
    }

    @PostMapping("/mon-dossier/export/recus")
    void receipts(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = Desk.usager(request).person();
        var words = dictionary.in(Desk.language(request));
        var log = proofs.published();
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"mes-recus.zip\"");
        exports.receipts(
                person,
                log,
                early -> words.of("citoyen.recus.read-me", log.key(), early),
                response.getOutputStream());
    }
}
