package fr.socle.citoyen.web;

import fr.socle.citoyen.export.Remise;
import fr.socle.citoyen.suivi.Avancements;
import fr.socle.demarches.Dossiers;
import fr.socle.journal.Journal;
import fr.socle.journal.Proofs;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.Page;
import fr.socle.ui.PageRenderer;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The front page of the digital file: how far each procedure came, and the proof of it all. */
@Controller
@ForUsager
class DossierController {

    private final Dossiers dossiers;
    private final Avancements avancements;
    private final Proofs proofs;
    private final Journal journal;
    private final PageRenderer pages;

    DossierController(
            Dossiers dossiers,
            Avancements avancements,
            Proofs proofs,
            Journal journal,
            PageRenderer pages) {
        this.dossiers = dossiers;
        this.avancements = avancements;
        this.proofs = proofs;
        this.journal = journal;
        this.pages = pages;
    }

    @GetMapping("/mon-dossier")
    Page dossiers(HttpServletRequest request) {
        return page(Desk.usager(request).person(), false);
    }

    /**
     * Hands out the statement that no line is missing, once the journal says so. It leaves line by
     * line, with no connection to the database held.
     */
    @PostMapping("/mon-dossier/releve")
    void statement(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var person = Desk.usager(request).person();
        var statement = proofs.statementFor(person);
        response.setHeader("Cache-Control", "no-store");
        if (statement.isEmpty()) {
            response.setHeader("Retry-After", "5");
            pages.write(page(person, true), request, response);
            return;
        }
        journal.appendAlone(new Remise.Releve(person, statement.get().last()));
        response.setContentType("application/json");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + DossierPage.FILE + "\"");
        statement.get().body().writeTo(response.getOutputStream());
    }

    private DossierPage page(PersonRef person, boolean early) {
        return new DossierPage(
                dossiers.of(person), avancements.of(person), proofs.published(), early);
    }
}
