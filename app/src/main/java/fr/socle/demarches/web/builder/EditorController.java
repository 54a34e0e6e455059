package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.demarches.builder.DemarcheFile;
import fr.socle.demarches.builder.DraftHistory;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Edits;
import fr.socle.directory.Change;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The fields of a draft, all on one page: their order, what is wrong with them, their file. */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
@RequestMapping(BuilderDesk.HOME + "/{id}")
class EditorController {

    private final DemarcheBuilder builder;
    private final DraftHistory history;
    private final BuilderDesk desk;

    EditorController(DemarcheBuilder builder, DraftHistory history, BuilderDesk desk) {
        this.builder = builder;
        this.history = history;
        this.desk = desk;
    }

    @GetMapping
    Page show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        return new EditorPage(
                demarche,
                builder.problems(demarche),
                history.last(demarche).orElse(null),
                Shown.done(fait));
    }

    /** Takes the last change back, whoever made it. */
    @PostMapping("/annulation")
    Object undo(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        return switch (history.undo(demarche.id(), Form.of(parameters).version())) {
            case Change.Done<Demarche> _ ->
                    BuilderDesk.seeOther(BuilderDesk.base(demarche) + "?fait=annule");
            case Change.Stale<Demarche> _ -> throw BuilderDesk.conflict();
            case Change.Refused<Demarche> _, Change.Unknown<Demarche> _ ->
                    throw BuilderDesk.notFound();
        };
    }

    /** One button per move: {@code geste} is {@code monter} or {@code descendre} and the field. */
    @PostMapping("/ordre")
    Object move(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = desk.managed(request, id);
        var form = Form.of(parameters);
        var words = form.typed("geste").split(" ", 2);
        var champ = words.length == 2 ? ChampId.of(words[1]) : Optional.<ChampId>empty();
        if (champ.isEmpty()) {
            throw BuilderDesk.notFound();
        }
        var moved = Edits.move(demarche.fiche().draft(), champ.get(), words[0].equals("monter"));
        var change =
                builder.redraft(
                        demarche.id(), moved, demarche.fiche().habilitations(), form.version());
        if (change instanceof Change.Done<Demarche>) {
            return BuilderDesk.seeOther(BuilderDesk.base(demarche) + "?fait=ordre#" + champ.get());
        }
        throw BuilderDesk.conflict();
    }

    @GetMapping("/export")
    ResponseEntity<String> export(@PathVariable String id, HttpServletRequest request) {
        var fiche = desk.managed(request, id).fiche();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"" + fiche.slug() + ".json\"")
                .body(DemarcheFile.write(fiche));
    }
}
