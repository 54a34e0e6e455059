package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.DataGrounds;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.builder.DraftHistory;
import fr.socle.demarches.builder.RevisionChange;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Edits;
import fr.socle.demarches.definition.Kinds;
import fr.socle.demarches.definition.Setting;
import fr.socle.demarches.definition.Types;
import fr.socle.directory.Change;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One field: added, changed, deleted. */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
@RequestMapping(BuilderDesk.HOME + "/{id}/champs")
class ChampController {

    private final DemarcheBuilder builder;
    private final DataGrounds grounds;
    private final DraftHistory history;
    private final BuilderDesk desk;
    private final SecureRandom random = new SecureRandom();

    ChampController(
            DemarcheBuilder builder, DataGrounds grounds, DraftHistory history, BuilderDesk desk) {
        this.builder = builder;
        this.grounds = grounds;
        this.history = history;
        this.desk = desk;
    }

    /** Which type? Then the form of that type. */
    @GetMapping("/nouveau")
    Page ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String apres,
            @RequestParam(defaultValue = "") String bloc,
            @RequestParam(defaultValue = "") String annotation,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var place = Place.of(demarche.fiche().draft(), apres, bloc, annotation);
        if (type.isEmpty()) {
            return new TypesPage(demarche, place);
        }
        var blank = blank(type);
        return page(demarche, blank, place, ChampTyped.of(blank, ""), false);
    }

    @PostMapping("/nouveau")
    Object add(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = Form.of(parameters);
        var draft = demarche.fiche().draft();
        var place =
                Place.of(draft, form.typed("apres"), form.typed("bloc"), form.typed("annotation"));
        var blank = blank(form.typed("type"));
        var champ = ChampForm.read(form, blank);
        var chosen = SourceForm.read(form, demarche.fiche(), bindings(demarche));
        if (champ.isEmpty() || !form.ok()) {
            return page(demarche, blank, place, form, false);
        }
        var added = champ.get().withSource(chosen.source());
        var more = place.insert(draft, added);
        var change = builder.redraft(demarche.id(), more, chosen.grounds(), form.version());
        return answer(change, blank, place, form, "champ#" + added.id());
    }

    @GetMapping("/{champ}")
    Page edit(@PathVariable String id, @PathVariable String champ, HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var present = of(demarche, champ);
        var typed = ChampTyped.of(present, SourceForm.typed(present, demarche.fiche()));
        return page(demarche, present, Place.PRESENT, typed, false);
    }

    @PostMapping("/{champ}")
    Object change(
            @PathVariable String id,
            @PathVariable String champ,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var present = of(demarche, champ);
        var form = Form.of(parameters);
        var read = ChampForm.read(form, present);
        var chosen = SourceForm.read(form, demarche.fiche(), bindings(demarche));
        if (read.isEmpty() || !form.ok()) {
            return page(demarche, present, Place.PRESENT, form, false);
        }
        var changed = read.get().withSource(chosen.source());
        var draft = Edits.replace(demarche.fiche().draft(), changed);
        var change = builder.redraft(demarche.id(), draft, chosen.grounds(), form.version());
        return answer(change, present, Place.PRESENT, form, "champ#" + present.id());
    }

    /** Another type, with its usual settings: what the two have in common stays. */
    @PostMapping("/{champ}/type")
    Object retype(
            @PathVariable String id,
            @PathVariable String champ,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var present = of(demarche, champ);
        var form = Form.of(parameters);
        var type = blank(form.typed("type")).type();
        var changed = present.withType(kept(present.type(), type)).withSource(null);
        save(demarche, Edits.replace(demarche.fiche().draft(), changed), form);
        return BuilderDesk.seeOther(BuilderDesk.base(demarche) + "/champs/" + present.id());
    }

    @PostMapping("/{champ}/suppression")
    Object delete(
            @PathVariable String id,
            @PathVariable String champ,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var present = of(demarche, champ);
        var draft = Edits.remove(demarche.fiche().draft(), present.id());
        save(demarche, draft, Form.of(parameters));
        return BuilderDesk.seeOther(BuilderDesk.base(demarche) + "?fait=supprime");
    }

    private void save(Demarche demarche, Definition draft, Form form) {
        var grounds = demarche.fiche().habilitations();
        if (!(builder.redraft(demarche.id(), draft, grounds, form.version())
                instanceof Change.Done<Demarche>)) {
            throw BuilderDesk.conflict();
        }
    }

    /** The settings that both types have, but lengths, which are usual for each. */
    private static ChampType kept(ChampType before, ChampType after) {
        var was = Kinds.settings(before);
        var now = Kinds.settings(after);
        var present = Kinds.of(before).settings();
        Kinds.of(after).settings().stream()
                .filter(it -> present.contains(it) && !(it instanceof Setting.Whole))
                .forEach(it -> now.put(it.name(), was.value(it.name())));
        return Kinds.with(after, now);
    }

    private Object answer(
            Change<Demarche> change, Champ champ, Place place, Form form, String done) {
        return switch (change) {
            case Change.Done<Demarche>(var now) ->
                    BuilderDesk.seeOther(BuilderDesk.base(now) + "?fait=" + done);
            case Change.Stale<Demarche>(var present) -> page(present, champ, place, form, true);
            case Change.Refused<Demarche> _, Change.Unknown<Demarche> _ ->
                    throw BuilderDesk.notFound();
        };
    }

    private Champ blank(String type) {
        return Types.usual(type)
                .map(it -> Champ.of(ChampId.random(random), "", it.asks(), it))
                .orElseThrow(BuilderDesk::notFound);
    }

    private static Champ of(Demarche demarche, String champ) {
        return ChampId.of(champ)
                .flatMap(demarche.fiche().draft()::find)
                .orElseThrow(BuilderDesk::notFound);
    }

    private List<DataGrounds.Binding> bindings(Demarche demarche) {
        return grounds.of(demarche.fiche().organisation());
    }

    private Page page(Demarche demarche, Champ champ, Place place, Form form, boolean stale) {
        var meanwhile = stale ? history.since(demarche, form.version()) : List.<RevisionChange>of();
        return new ChampPage(demarche, champ, place, form, bindings(demarche), stale, meanwhile);
    }
}
