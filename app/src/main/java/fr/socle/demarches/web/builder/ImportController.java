package fr.socle.demarches.web.builder;

import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.DemarcheFile;
import fr.socle.demarches.builder.Imported;
import fr.socle.demarches.builder.Importer;
import fr.socle.directory.Change;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Makes a draft from a file: ours, or one that demarches-simplifiees published. */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
class ImportController {

    private final Importer importer;
    private final BuilderDesk desk;
    private final SecureRandom random = new SecureRandom();

    ImportController(Importer importer, BuilderDesk desk) {
        this.importer = importer;
        this.desk = desk;
    }

    @GetMapping(BuilderDesk.HOME + "/importer")
    Page ask() {
        return new ImportPage(Form.blank());
    }

    @PostMapping(BuilderDesk.HOME + "/importer")
    Object read(HttpServletRequest request) throws IOException {
        return switch (UploadedDemarche.read(request)) {
            case Parsed.Valid<String>(var json) -> imported(request, json);
            case Parsed.Invalid<String>(var refusal) -> refused(refusal);
        };
    }

    @GetMapping(BuilderDesk.HOME + "/{id}/importation")
    Page report(HttpServletRequest request, @PathVariable String id) {
        var demarche = desk.managed(request, id);
        return new ImportReportPage(demarche, importer.remarks(demarche));
    }

    private Object imported(HttpServletRequest request, String json) {
        return switch (DemarcheFile.read(json, random)) {
            case Parsed.Valid<Imported>(var procedure) -> create(request, procedure);
            case Parsed.Invalid<Imported>(var refusal) -> refused(refusal);
        };
    }

    private Object create(HttpServletRequest request, Imported procedure) {
        var change =
                importer.create(
                        BuilderDesk.actor(request), BuilderDesk.organisation(request), procedure);
        return switch (change) {
            case Change.Done<Demarche>(var made) ->
                    BuilderDesk.seeOther(BuilderDesk.base(made) + "/importation");
            case Change.Refused<Demarche>(_, var why) -> refused(why);
            case Change.Stale<Demarche> _, Change.Unknown<Demarche> _ ->
                    throw BuilderDesk.conflict();
        };
    }

    private static Page refused(Refusal refusal) {
        var form = Form.blank();
        form.reject("fichier", refusal);
        return new ImportPage(form);
    }
}
