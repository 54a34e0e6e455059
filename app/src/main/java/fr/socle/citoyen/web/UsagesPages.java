package fr.socle.citoyen.web;

import fr.socle.citoyen.usages.Family;
import fr.socle.citoyen.usages.Filter;
import fr.socle.citoyen.usages.Place;
import fr.socle.citoyen.usages.Told;
import fr.socle.citoyen.usages.Usage;
import fr.socle.citoyen.usages.Usages;
import fr.socle.demarches.DossierSummary;
import fr.socle.demarches.Dossiers;
import fr.socle.journal.ProofOfEntry;
import fr.socle.journal.Proofs;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.Pagination;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lines of a file as pages, whosever file it is. */
@Component
public class UsagesPages {

    private static final int LINES = 20;
    private static final int LONGEST_NAME = 300;

    private final Usages usages;
    private final Dossiers dossiers;
    private final Proofs proofs;

    UsagesPages(Usages usages, Dossiers dossiers, Proofs proofs) {
        this.usages = usages;
        this.dossiers = dossiers;
        this.proofs = proofs;
    }

    /**
     * @param organisation as typed
     * @param sorte code of a family, as typed
     */
    public UsagesPage list(
            Whose whose, PersonRef subject, String organisation, String sorte, int page) {
        var family = Family.ofCode(sorte).filter(it -> it != Family.CONNEXIONS);
        var filter =
                new Filter(family.map(Set::of).orElseGet(() -> usual(whose)), name(organisation));
        var code = family.map(Family::code).orElse("");
        var href =
                whose.base()
                        + "/usages?sorte="
                        + code
                        + "&organisation="
                        + Desk.encoded(filter.organisation().orElse(""));
        var pagination = new Pagination(page, LINES, usages.lines(subject, filter), href);
        var lines = usages.page(subject, filter, LINES, pagination.offset());
        return new UsagesPage(
                whose,
                lines,
                numbers(subject, lines.stream().map(Told::usage).toList()),
                pagination,
                usages.organisations(subject),
                filter.organisation().orElse(""),
                code);
    }

    /** The line's page; not found when it is somebody else's. */
    public UsagePage line(Whose whose, PersonRef subject, Place place) {
        var usage = found(subject, place);
        return page(whose, subject, usage, usages.receipt(subject, place), 200);
    }

    /**
     * The receipt, or the line's page while there is none.
     *
     * @param told writes that it is handed out, before it is
     */
    public Object receipt(Whose whose, PersonRef subject, Place place, Runnable told) {
        var usage = found(subject, place);
        var receipt = usages.receipt(subject, place);
        if (receipt.isEmpty()) {
            return page(whose, subject, usage, receipt, 409);
        }
        told.run();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + place.fileName() + "\"")
                .body(receipt.get().text());
    }

    private UsagePage page(
            Whose whose,
            PersonRef subject,
            Usage usage,
            Optional<ProofOfEntry> receipt,
            int status) {
        var number = numbers(subject, List.of(usage)).getOrDefault(usage.reference(), "");
        return new UsagePage(
                whose,
                usage,
                number,
                whose.isPerson()
                        ? path(subject, usage.dossier().isEmpty() ? number : usage.dossier())
                        : "",
                usages.sameAs(subject, usage),
                usages.retention(usage.kind()).orElse(null),
                receipt.orElse(null),
                proofs.published(),
                status);
    }

    /** Where the person reads their dossier of this number; empty where there is none. */
    private String path(PersonRef subject, String number) {
        return dossiers.of(subject).stream()
                .filter(it -> !number.isEmpty() && it.number().equals(number))
                .map(DossierSummary::path)
                .findFirst()
                .orElse("");
    }

    /** By reference; a draft has none until it is deposited. */
    private Map<String, String> numbers(PersonRef subject, List<Usage> lines) {
        var references = lines.stream().map(Usage::reference).filter(it -> !it.isEmpty()).toList();
        return references.isEmpty() ? Map.of() : dossiers.numbers(subject, references);
    }

    private Usage found(PersonRef subject, Place place) {
        return usages.find(subject, place).orElseThrow(Desk::notFound);
    }

    /**
     * Sign-ins of a person, and what representatives do with the file of their company, have a list
     * of their own.
     */
    private static Set<Family> usual(Whose whose) {
        return EnumSet.complementOf(EnumSet.of(whose.isPerson() ? Family.CONNEXIONS : Family.MOI));
    }

    private static Optional<String> name(String typed) {
        return Optional.of(typed.strip())
                .filter(it -> !it.isEmpty() && it.length() <= LONGEST_NAME)
                .filter(it -> it.chars().noneMatch(Character::isISOControl));
    }
}
