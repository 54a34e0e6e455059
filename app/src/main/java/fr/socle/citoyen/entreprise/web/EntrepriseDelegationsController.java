package fr.socle.citoyen.entreprise.web;

import fr.socle.citoyen.entreprise.Delegations;
import fr.socle.citoyen.entreprise.Quoi;
import fr.socle.citoyen.entreprise.Representant;
import fr.socle.citoyen.web.Desk;
import fr.socle.citoyen.web.Whose;
import fr.socle.directory.ComptesProfessionnels;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.ForUsager;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Representatives let people of their company into its file, and shut it again. */
@Controller
@ForUsager
@RequestMapping(EntrepriseDelegationsController.BASE)
class EntrepriseDelegationsController {

    static final String BASE = ComptesProfessionnels.PAGES + "/delegations";

    private static final int LONGEST_NAME = 120;

    private final EntrepriseDesk desk;
    private final Delegations delegations;
    private final Clock clock;

    EntrepriseDelegationsController(EntrepriseDesk desk, Delegations delegations, Clock clock) {
        this.desk = desk;
        this.delegations = delegations;
        this.clock = clock;
    }

    @GetMapping
    Object list(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        return desk.throughAsNamed(
                request, Quoi.DELEGATIONS, it -> page(it, Form.blank(), fait.equals("fin")));
    }

    /** The code is told by this answer alone: no redirect could carry it. */
    @PostMapping
    Object give(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return desk.throughAsNamed(request, Quoi.DELEGATIONS, it -> give(it, Form.of(parameters)));
    }

    private Object give(Representant who, Form form) {
        var name = form.required("nom", LONGEST_NAME);
        var months = form.read("mois", Reading.whole(1, Delegations.LONGEST));
        if (!form.ok()) {
            return page(who, form, false);
        }
        var given = delegations.give(who, name, Math.toIntExact(months.orElseThrow()));
        if (given.isEmpty()) {
            form.reject("nom", Refusal.of("citoyen.delegation.many"));
            return page(who, form, false);
        }
        return new DelegationDonneePage(new Whose.Entreprise(who), given.get());
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/fin")
    Object end(@PathVariable String id, HttpServletRequest request) {
        return desk.throughAsNamed(request, Quoi.DELEGATIONS, it -> end(it, uuid(id)));
    }

    private Object end(Representant who, UUID id) {
        if (!delegations.end(who, id)) {
            throw Desk.notFound();
        }
        return Desk.seeOther(BASE + "?fait=fin");
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw Desk.notFound();
        }
    }

    @PostMapping("/code")
    Object accept(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        return desk.accept(request, Form.of(parameters));
    }

    private EntrepriseDelegationsPage page(Representant who, Form form, boolean ended) {
        return new EntrepriseDelegationsPage(
                new Whose.Entreprise(who), delegations.of(who), form, ended, clock.instant());
    }
}
