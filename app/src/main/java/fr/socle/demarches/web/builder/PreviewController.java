package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Saisie;
import fr.socle.demarches.definition.Typed;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import fr.socle.kernel.Parsed;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * ones, and nothing is kept.
 */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
@RequestMapping(BuilderDesk.HOME + "/{id}/apercu")
class PreviewController {

    private final BuilderDesk desk;

    PreviewController(BuilderDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Page show(@PathVariable String id, HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        return page(demarche, Form.of(new LinkedMultiValueMap<>()), Map.of());
    }

    /** Shows what these answers show and refuse. */
    @PostMapping
    Page attempt(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = Form.of(parameters);
        var definition = demarche.fiche().draft();
        var values = read(definition.champs(), parameters, form);
        var page = page(demarche, form, values);
        definition.champs().stream()
                .filter(it -> page.visible().contains(it.id()))
                .forEach(it -> demand(it, values, form));
        return page;
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
        var name = champ.id().value();
        return switch (Saisie.read(champ, Typed.from(parameters, name))) {
            case Parsed.Valid<Optional<Valeur>>(var value) -> value;
            case Parsed.Invalid<Optional<Valeur>>(var refusal) -> {
                form.reject(name, refusal);
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
        if (missing != null && form.error(champ.id().value()).isEmpty()) {
            form.reject(champ.id().value(), missing);
        }
    }

    private static PreviewPage page(Demarche demarche, Form form, Map<ChampId, Valeur> values) {
        var definition = demarche.fiche().draft();
        return new PreviewPage(demarche, form, visible(definition, values));
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
