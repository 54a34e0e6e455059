package fr.socle.demarches.web.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Calendrier;
import fr.socle.demarches.builder.Calendriers;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.directory.Change;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When a procedure opens and closes by itself, and which one takes its place. */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
@RequestMapping(BuilderDesk.HOME + "/{id}/calendrier")
class CalendrierController {

    private final DemarcheBuilder builder;
    private final Calendriers calendriers;
    private final BuilderDesk desk;

    CalendrierController(DemarcheBuilder builder, Calendriers calendriers, BuilderDesk desk) {
        this.builder = builder;
        this.calendriers = calendriers;
        this.desk = desk;
    }

    @GetMapping
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = Form.blank(typed(calendriers.of(demarche.id())));
        return page(demarche, form, false, fait.equals("calendrier"));
    }

    @PostMapping
    Object set(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = Form.of(parameters);
        var wanted =
                new Calendrier(
                        form.readOptionalDate("opens").orElse(null),
                        form.readOptionalDate("closes").orElse(null),
                        DemarcheId.of(form.typed("replacement")).orElse(null));
        if (!form.ok()) {
            return page(demarche, form, false, false);
        }
        var actor = BuilderDesk.actor(request);
        return switch (calendriers.set(actor, demarche.id(), wanted, form.version())) {
            case Change.Done<Demarche> _ ->
                    BuilderDesk.seeOther(
                            BuilderDesk.base(demarche) + "/calendrier?fait=calendrier");
            case Change.Refused<Demarche>(var field, var why) -> {
                form.reject(field, why);
                yield page(demarche, form, false, false);
            }
            case Change.Stale<Demarche>(var present) -> page(present, form, true, false);
            case Change.Unknown<Demarche> _ -> throw BuilderDesk.notFound();
        };
    }

    private Page page(Demarche demarche, Form form, boolean stale, boolean done) {
        return new CalendrierPage(demarche, form, others(demarche), stale, done);
    }

    /** The published procedures of the organisation that may take its place. */
    private List<Option> others(Demarche demarche) {
        return builder.of(demarche.fiche().organisation()).stream()
                .filter(it -> !it.id().equals(demarche.id()))
                .filter(it -> !(it instanceof Demarche.Brouillon))
                .map(it -> Option.of(it.id().toString(), it.fiche().facts().title()))
                .toList();
    }

    private static Map<String, String> typed(Calendrier calendrier) {
        var typed = new HashMap<String, String>();
        day(typed, "opens", calendrier.opens());
        day(typed, "closes", calendrier.closes());
        var other = calendrier.replacement();
        typed.put("replacement", other == null ? "" : other.toString());
        return typed;
    }

    private static void day(Map<String, String> typed, String name, @Nullable LocalDate day) {
        if (day != null) {
            typed.put(name + ".jour", String.valueOf(day.getDayOfMonth()));
            typed.put(name + ".mois", String.valueOf(day.getMonthValue()));
            typed.put(name + ".annee", String.valueOf(day.getYear()));
        }
    }
}
