package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Essai;
import fr.socle.demarches.definition.Essais;
import fr.socle.demarches.definition.Saisie;
import fr.socle.demarches.definition.Typed;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import fr.socle.demarches.depot.FieldNames;
import fr.socle.demarches.web.form.TypedAnswers;
import fr.socle.directory.Change;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The form as usagers will see it. Its builder tries answers: conditions and refusals are the real
 * ones, and nothing is kept but what is kept as a case.
 */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
@RequestMapping(BuilderDesk.HOME + "/{id}/apercu")
class PreviewController {

    /** The button that keeps the answers as a case. */
    static final String KEEP = "garder";

    private final DemarcheBuilder builder;
    private final BuilderDesk desk;

    PreviewController(DemarcheBuilder builder, BuilderDesk desk) {
        this.builder = builder;
        this.desk = desk;
    }

    @GetMapping
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        return page(demarche, Form.of(new LinkedMultiValueMap<>()), Map.of(), Shown.done(fait));
    }

    /** Shows what these answers show and refuse; or keeps that as a case of the form. */
    @PostMapping
    Object attempt(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = TypedAnswers.form(parameters);
        var definition = demarche.fiche().draft();
        var values = read(definition.champs(), parameters, form);
        if (form.typed("action").equals(KEEP)) {
            return keep(demarche, form, values);
        }
        var page = page(demarche, form, values);
        definition.champs().stream()
                .filter(it -> page.visible().contains(it.id()))
                .map(it -> Visibility.settled(it, page.values()))
                .forEach(it -> demand(it, values, form));
        return page;
    }

    /** Deletes a case. */
    @PostMapping("/essai")
    Object forget(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = Form.of(parameters);
        var draft = demarche.fiche().draft();
        var left =
                draft.essais().stream()
                        .filter(it -> !it.name().equals(form.typed("essai")))
                        .toList();
        return save(demarche, draft.withEssais(left), form);
    }

    /** Rows are not tried here: they belong to no case either. */
    private Object keep(Demarche demarche, Form form, Map<ChampId, Valeur> values) {
        var draft = demarche.fiche().draft();
        var name = form.required("essai", Essai.LONGEST_NAME);
        if (draft.essais().stream().anyMatch(it -> it.name().equals(name))) {
            form.reject("essai", Refusal.of("demarches.preview.essai.taken"));
        }
        if (draft.essais().size() >= Essai.MOST) {
            form.reject("essai", Refusal.of("demarches.preview.essai.many", Essai.MOST));
        }
        if (!form.ok()) {
            return page(demarche, form, values);
        }
        var roots = draft.champs().stream().map(Champ::id).collect(Collectors.toSet());
        var answers = new LinkedHashMap<>(values);
        answers.keySet().retainAll(roots);
        var more = new ArrayList<>(draft.essais());
        more.add(Essais.recorded(draft, name, answers));
        return save(demarche, draft.withEssais(more), form);
    }

    private Object save(Demarche demarche, Definition draft, Form form) {
        var fiche = demarche.fiche();
        var change = builder.redraft(demarche.id(), draft, fiche.habilitations(), form.version());
        if (change instanceof Change.Done<Demarche>) {
            return BuilderDesk.seeOther(BuilderDesk.base(demarche) + "/apercu?fait=essai");
        }
        throw BuilderDesk.conflict();
    }

    private static Map<ChampId, Valeur> read(
            List<Champ> champs, MultiValueMap<String, String> parameters, Form form) {
        var values = new LinkedHashMap<ChampId, Valeur>();
        for (var champ : champs) {
            if (champ.type() instanceof ChampType.Repetition(var children, _, _)) {
                values.putAll(read(children, parameters, form));
            } else if (!(champ.type() instanceof ChampType.Pieces)) {
                read(champ, parameters, form).ifPresent(it -> values.put(champ.id(), it));
            }
        }
        return values;
    }

    private static Optional<Valeur> read(
            Champ champ, MultiValueMap<String, String> parameters, Form form) {
        var name = PreviewPage.name(champ);
        return switch (Saisie.read(champ, Typed.from(parameters, name))) {
            case Parsed.Valid<Optional<Valeur>>(var value) -> value;
            case Parsed.Invalid<Optional<Valeur>>(var refusal) -> {
                form.reject(FieldNames.input(champ, name, refusal), refusal);
                yield Optional.empty();
            }
        };
    }

    /** Files and rows are not tried here. */
    private static void demand(Champ champ, Map<ChampId, Valeur> values, Form form) {
        boolean tried =
                !(champ.type() instanceof ChampType.Pieces)
                        && !(champ.type() instanceof ChampType.Repetition);
        var missing = tried ? Saisie.missing(champ, values.get(champ.id())) : null;
        if (missing != null) {
            var input = FieldNames.input(champ, PreviewPage.name(champ), missing);
            if (form.error(input).isEmpty()) {
                form.reject(input, missing);
            }
        }
    }

    private static PreviewPage page(Demarche demarche, Form form, Map<ChampId, Valeur> values) {
        return page(demarche, form, values, null);
    }

    private static PreviewPage page(
            Demarche demarche, Form form, Map<ChampId, Valeur> values, @Nullable String done) {
        var definition = demarche.fiche().draft();
        var counting = new LinkedHashMap<>(Visibility.counting(definition, values));
        // because the one row of each repetition is tried among the others
        definition.champs().stream()
                .filter(it -> it.type() instanceof ChampType.Repetition)
                .map(it -> Visibility.countingIn(definition, it.id(), values, values))
                .forEach(counting::putAll);
        return new PreviewPage(demarche, form, visible(definition, values), counting, done);
    }

    /** At the root, and in the one row that each repetition shows here. */
    private static Set<ChampId> visible(Definition definition, Map<ChampId, Valeur> values) {
        var visible = new LinkedHashSet<>(Visibility.visible(definition, values));
        for (var champ : definition.champs()) {
            if (champ.type() instanceof ChampType.Repetition) {
                visible.addAll(Visibility.visibleIn(definition, champ.id(), values, values));
            }
        }
        return visible;
    }
}
