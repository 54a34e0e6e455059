package fr.socle.citoyen.web;

import fr.socle.citoyen.export.Remise;
import fr.socle.citoyen.usages.Family;
import fr.socle.citoyen.usages.Filter;
import fr.socle.citoyen.usages.Place;
import fr.socle.citoyen.usages.Usage;
import fr.socle.citoyen.usages.Usages;
import fr.socle.journal.Journal;
import fr.socle.journal.ProofOfEntry;
import fr.socle.journal.Proofs;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.Page;
import fr.socle.ui.Pagination;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who used a person's data, line by line, with the proof of each. */
@Controller
@ForUsager
class UsagesController {

    private static final int LINES = 20;
    private static final int LONGEST_NAME = 300;

    private final Usages usages;
    private final Proofs proofs;
    private final Journal journal;

    UsagesController(Usages usages, Proofs proofs, Journal journal) {
        this.usages = usages;
        this.proofs = proofs;
        this.journal = journal;
    }

    @GetMapping("/mon-dossier/usages")
    Page usages(
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String sorte,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request) {
        var person = Desk.usager(request).person();
        var family = Family.ofCode(sorte).filter(it -> it != Family.CONNEXIONS);
        var filter =
                new Filter(
                        family.map(Set::of).orElseGet(UsagesController::usual), name(organisation));
        var href =
                "/mon-dossier/usages?sorte="
                        + family.map(Family::code).orElse("")
                        + "&organisation="
                        + Desk.encoded(filter.organisation().orElse(""));
        var pagination = new Pagination(page, LINES, usages.count(person, filter), href);
        return new UsagesPage(
                usages.page(person, filter, LINES, pagination.offset()),
                pagination,
                usages.organisations(person),
                filter.organisation().orElse(""),
                family.map(Family::code).orElse(""));
    }

    @GetMapping("/mon-dossier/usages/{log:[0-9]{1,4}}/{index:[0-9]{1,18}}")
    Page usage(@PathVariable int log, @PathVariable long index, HttpServletRequest request) {
        var person = Desk.usager(request).person();
        var usage = found(person, new Place(log, index));
        return page(usage, usages.receipt(person, usage.place()), 200);
    }

    /** Hands out the receipt, once the journal says so. */
    @PostMapping("/mon-dossier/usages/{log:[0-9]{1,4}}/{index:[0-9]{1,18}}/recu")
    Object receipt(@PathVariable int log, @PathVariable long index, HttpServletRequest request) {
        var person = Desk.usager(request).person();
        var usage = found(person, new Place(log, index));
        var receipt = usages.receipt(person, usage.place());
        if (receipt.isEmpty()) {
            return page(usage, receipt, 409);
        }
        journal.appendAlone(new Remise.Recu(person, usage.place()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Type", "text/plain; charset=utf-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + usage.place().fileName() + "\"")
                .body(receipt.get().text());
    }

    private UsagePage page(Usage usage, Optional<ProofOfEntry> receipt, int status) {
        return new UsagePage(
                usage,
                usages.retention(usage.kind()).orElse(null),
                receipt.orElse(null),
                proofs.published(),
                status);
    }

    private Usage found(PersonRef person, Place place) {
        return usages.find(person, place).orElseThrow(Desk::notFound);
    }

    /** Sign-ins have a page of their own. */
    private static Set<Family> usual() {
        return EnumSet.complementOf(EnumSet.of(Family.CONNEXIONS));
    }

    private static Optional<String> name(String typed) {
        return Optional.of(typed.strip())
                .filter(it -> !it.isEmpty() && it.length() <= LONGEST_NAME)
                .filter(it -> it.chars().noneMatch(Character::isISOControl));
    }
}
