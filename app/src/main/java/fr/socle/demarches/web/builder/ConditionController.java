package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Edits;
import fr.socle.directory.Change;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * When a field is shown, or demanded: comparisons are added one at a time, first the question, then
 * how it is compared, so that the page only offers what is possible.
 */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
@RequestMapping(BuilderDesk.HOME + "/{id}/champs/{champ}/condition")
class ConditionController {

    private final DemarcheBuilder builder;
    private final BuilderDesk desk;

    ConditionController(DemarcheBuilder builder, BuilderDesk desk) {
        this.builder = builder;
        this.desk = desk;
    }

    @GetMapping
    Page show(
            @PathVariable String id,
            @PathVariable String champ,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String pour,
            @RequestParam(defaultValue = "") String groupe,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var present = of(demarche, champ);
        return page(demarche, present, new Asked(pour, groupe, question), Form.blank(), false);
    }

    @PostMapping
    Object add(
            @PathVariable String id,
            @PathVariable String champ,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var present = of(demarche, champ);
        var form = Form.of(parameters);
        var asked = Asked.of(form);
        var source =
                ConditionForm.possible(demarche.fiche().draft(), present).stream()
                        .filter(it -> it.id().value().equals(asked.question()))
                        .findFirst()
                        .orElseThrow(BuilderDesk::notFound);
        var term = ConditionForm.read(form, source);
        if (term.isEmpty()) {
            return page(demarche, present, asked, form, false);
        }
        var rule = asked.rule();
        var more = ConditionForm.with(rule.of(present), term.get(), asked.group());
        return save(demarche, rule.with(present, more), form);
    }

    /** All of them, or one at least. */
    @PostMapping("/ensemble")
    Object join(
            @PathVariable String id,
            @PathVariable String champ,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var present = of(demarche, champ);
        var form = Form.of(parameters);
        var rule = Asked.of(form).rule();
        var joined = ConditionForm.joined(rule.of(present), form.typed("ensemble").equals("ou"));
        return save(demarche, rule.with(present, joined), form);
    }

    @PostMapping("/retrait")
    Object remove(
            @PathVariable String id,
            @PathVariable String champ,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var present = of(demarche, champ);
        var form = Form.of(parameters);
        var rule = Asked.of(form).rule();
        var left = ConditionForm.without(rule.of(present), form.typed("rang"));
        return save(demarche, rule.with(present, left), form);
    }

    private Object save(Demarche demarche, Champ champ, Form form) {
        var asked = Asked.of(form);
        var fiche = demarche.fiche();
        var draft = Edits.replace(fiche.draft(), champ);
        var change = builder.redraft(demarche.id(), draft, fiche.habilitations(), form.version());
        return switch (change) {
            case Change.Done<Demarche>(var now) ->
                    BuilderDesk.seeOther(
                            BuilderDesk.base(now)
                                    + "/champs/"
                                    + champ.id()
                                    + "/condition?pour="
                                    + asked.rule().word());
            case Change.Stale<Demarche>(var present) ->
                    page(present, present(present, champ), asked, form, true);
            case Change.Refused<Demarche> _, Change.Unknown<Demarche> _ ->
                    throw BuilderDesk.notFound();
        };
    }

    /** Which condition, where in it, about which question. */
    private record Asked(String word, String group, String question) {

        static Asked of(Form form) {
            return new Asked(form.typed("pour"), form.typed("groupe"), form.typed("question"));
        }

        ConditionPage.Rule rule() {
            return ConditionPage.Rule.of(word);
        }
    }

    /** Somebody may have deleted it meanwhile. */
    private static Champ present(Demarche demarche, Champ champ) {
        return demarche.fiche().draft().find(champ.id()).orElseThrow(BuilderDesk::notFound);
    }

    private static Champ of(Demarche demarche, String champ) {
        return ChampId.of(champ)
                .flatMap(demarche.fiche().draft()::find)
                .orElseThrow(BuilderDesk::notFound);
    }

    private static Page page(
            Demarche demarche, Champ champ, Asked asked, Form form, boolean stale) {
        var possible = ConditionForm.possible(demarche.fiche().draft(), champ);
        var source =
                possible.stream()
                        .filter(it -> it.id().value().equals(asked.question()))
                        .findFirst()
                        .orElse(null);
        return new ConditionPage(
                demarche, champ, asked.rule(), asked.group(), possible, source, form, stale);
    }
}
