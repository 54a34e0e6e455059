package fr.socle.citoyen.web;

import fr.socle.citoyen.export.Remise;
import fr.socle.citoyen.usages.Place;
import fr.socle.journal.Journal;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who used a person's data, line by line, with the proof of each. */
@Controller
@ForUsager
class UsagesController {

    private final UsagesPages pages;
    private final Journal journal;

    UsagesController(UsagesPages pages, Journal journal) {
        this.pages = pages;
        this.journal = journal;
    }

    @GetMapping("/mon-dossier/usages")
    Page usages(
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String sorte,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        var person = Desk.usager(request).person();
        return pages.list(Whose.PERSON, person, organisation, sorte, page);
    }

    @GetMapping("/mon-dossier/usages/{log:[0-9]{1,4}}/{index:[0-9]{1,18}}")
    Page usage(@PathVariable int log, @PathVariable long index, HttpServletRequest request) {
        var person = Desk.usager(request).person();
        return pages.line(Whose.PERSON, person, new Place(log, index));
    }

    /** Hands out the receipt, once the journal says so. */
    @PostMapping("/mon-dossier/usages/{log:[0-9]{1,4}}/{index:[0-9]{1,18}}/recu")
    Object receipt(@PathVariable int log, @PathVariable long index, HttpServletRequest request) {
        var person = Desk.usager(request).person();
        var place = new Place(log, index);
        return pages.receipt(
                Whose.PERSON,
                person,
                place,
                () -> journal.appendAlone(new Remise.Recu(person, place)));
    }
}
