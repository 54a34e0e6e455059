package fr.socle.citoyen.desk;

import fr.socle.citoyen.CitoyenRights;
import fr.socle.citoyen.acces.Surveillance;
import fr.socle.citoyen.droits.Exercices;
import fr.socle.citoyen.usages.Place;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.Habilitations;
import fr.socle.habilitations.Traitements;
import fr.socle.habilitations.spi.DataCatalogue;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How an organisation uses data, and its register of processing. */
@Controller
@Requires(CitoyenRights.ANSWER_CODE)
@RequestMapping(ProtectionController.BASE)
class ProtectionController {

    static final String BASE = "/administration/protection-donnees";

    private static final String LINE = "/acces/{log:[0-9]{1,4}}/{index:[0-9]{1,18}}";

    private final Surveillance surveillance;
    private final Exercices exercices;
    private final Grounds grounds;
    private final Clock clock;

    /** On which ground data is obtained, and how it is called. */
    @Component
    record Grounds(Habilitations habilitations, Traitements traitements, DataCatalogue catalogue) {

        /** Labels of data sets and fields, by their code; a field as {@code data set/field}. */
        Map<String, String> labels() {
            var labels = new HashMap<String, String>();
            for (var set : catalogue.all()) {
                labels.put(set.code(), set.label());
                set.fields().forEach(it -> labels.put(set.code() + "/" + it.code(), it.label()));
            }
            return labels;
        }

        String purpose(String id) {
            return HabilitationId.of(id)
                    .flatMap(habilitations::find)
                    .map(Habilitation::finalite)
                    .orElse("");
        }
    }

    ProtectionController(
            Surveillance surveillance, Exercices exercices, Grounds grounds, Clock clock) {
        this.surveillance = surveillance;
        this.exercices = exercices;
        this.grounds = grounds;
        this.clock = clock;
    }

    @GetMapping
    Page show(@RequestParam(defaultValue = "30") String jours, HttpServletRequest request) {
        var organisation = Desk.organisation(request);
        var days = ProtectionPage.PERIODS.getOrDefault(jours, 30);
        var view = surveillance.of(organisation, days);
        var purposes = new HashMap<String, String>();
        for (var volume : view.purposes()) {
            var id = volume.what();
            if (id != null) {
                purposes.put(id, grounds.purpose(id));
            }
        }
        return new ProtectionPage(
                view,
                exercices.of(organisation),
                new ProtectionPage.Names(
                        Desk.agent(request).organisationName(), purposes, grounds.labels()),
                days,
                clock.instant());
    }

    @GetMapping(LINE)
    Page ask(@PathVariable int log, @PathVariable long index, HttpServletRequest request) {
        return new NomPage(place(log, index, request), Form.blank(), "");
    }

    /** The name is told by this answer alone, after the journal said so. */
    @PostMapping(LINE)
    Page open(
            @PathVariable int log,
            @PathVariable long index,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        var place = place(log, index, request);
        var form = Form.of(parameters);
        var motif = form.required("motif", NomPage.LONGEST);
        if (!form.ok()) {
            return new NomPage(place, form, "");
        }
        response.setHeader("Cache-Control", "no-store");
        var name = surveillance.open(place, Desk.organisation(request), motif, Desk.agent(request));
        return new NomPage(place, form, name.orElseThrow(Desk::notFound));
    }

    @GetMapping("/registre")
    Page register(HttpServletRequest request) {
        OrganisationId organisation = Desk.organisation(request);
        return new RegistrePage(
                grounds.traitements().enVigueur(organisation),
                Desk.agent(request).organisationName(),
                grounds.labels(),
                clock.instant());
    }

    private Place place(int log, long index, HttpServletRequest request) {
        var place = new Place(log, index);
        if (!surveillance.knows(place, Desk.organisation(request))) {
            throw Desk.notFound();
        }
        return place;
    }
}
