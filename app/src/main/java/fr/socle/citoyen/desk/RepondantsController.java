package fr.socle.citoyen.desk;

import fr.socle.citoyen.droits.Repondants;
import fr.socle.directory.Actor;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.Organisations;
import fr.socle.habilitations.spi.DataCatalogue;
import fr.socle.ui.Page;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The operator says which organisation answers for what each provider gives. */
@Controller
@Requires(DirectoryRights.ADMINISTER_CODE)
@RequestMapping(RepondantsController.BASE)
class RepondantsController {

    static final String BASE = "/administration/repondants";

    private final Repondants repondants;
    private final DataCatalogue catalogue;
    private final Organisations organisations;

    RepondantsController(
            Repondants repondants, DataCatalogue catalogue, Organisations organisations) {
        this.repondants = repondants;
        this.catalogue = catalogue;
        this.organisations = organisations;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String fait) {
        return new RepondantsPage(
                catalogue.all(), repondants.all(), organisations.active(), fait.equals("oui"));
    }

    @PostMapping("/{code:[a-z0-9-]{1,60}}")
    Object set(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        if (!DirectoryRights.administers(Desk.agent(request))) {
            throw new NotAllowed("who answers for a data set is said by who administers");
        }
        var set = catalogue.find(code).orElseThrow(Desk::notFound);
        var form = Form.of(parameters);
        var chosen = form.readOptional(RepondantsPage.field(code), Reading.among(known()));
        if (!form.ok()) {
            // because the list offers nothing else
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        repondants.set(Actor.of(Desk.agent(request)), set.code(), chosen);
        return Desk.seeOther(BASE + "?fait=oui");
    }

    private Map<String, OrganisationId> known() {
        var known = new HashMap<String, OrganisationId>();
        organisations.active().forEach(it -> known.put(it.id().toString(), it.id()));
        return known;
    }
}
