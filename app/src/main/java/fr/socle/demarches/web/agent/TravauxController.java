package fr.socle.demarches.web.agent;

import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.instruction.InstructionRights;
import fr.socle.demarches.instruction.Ordre;
import fr.socle.demarches.instruction.Travaux;
import fr.socle.demarches.liste.Colonne;
import fr.socle.demarches.liste.Listes;
import fr.socle.demarches.liste.Rang;
import fr.socle.directory.AgentId;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives an order over many dossiers of a list, and shows how far it has come. */
@Controller
@Requires(InstructionRights.INSTRUIRE_CODE)
class TravauxController {

    private final ListeDesk desk;
    private final Listes listes;
    private final Travaux travaux;

    TravauxController(ListeDesk desk, Listes listes, Travaux travaux) {
        this.desk = desk;
        this.listes = listes;
        this.travaux = travaux;
    }

    /** {@code d} once for each dossier, or {@code tout} for all that the address's list has. */
    @PostMapping("/agent/demarches/{demarche}/dossiers/travaux")
    Object order(
            @PathVariable String demarche,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var agent = Desk.agent(request);
        var asked = desk.asked(demarche, agent);
        var form = Form.of(parameters);
        var ordre = ordre(form);
        var dossiers = dossiers(form, asked, request);
        if (dossiers.isEmpty()) {
            form.reject("d", Refusal.of("demarches.travail.none"));
        }
        if (!form.ok()) {
            return new TravailRefusePage(asked.facts().title(), ListeDesk.path(asked), form);
        }
        var id = travaux.order(asked.demarche(), agent, ordre, dossiers);
        return ListeDesk.seeOther("/agent/travaux/" + id);
    }

    @GetMapping("/agent/travaux/{id}")
    Page show(@PathVariable UUID id, HttpServletRequest request) {
        var agent = Desk.agent(request);
        var travail = travaux.find(id, new AgentId(agent.agent())).orElseThrow(Desk::notFound);
        return new TravailPage(travail);
    }

    private static Ordre ordre(Form form) {
        var action = Ordre.Action.of(form.typed("action"));
        if (action.isEmpty()) {
            form.reject("action", Refusal.of("ui.form.choice"));
            return new Ordre(Ordre.Action.SUIVRE, "", "");
        }
        var text =
                action.get().needsText()
                        ? form.required("texte", Ordre.LONGEST)
                        : form.optional("texte", Ordre.LONGEST);
        return new Ordre(action.get(), text, target(form, action.get()));
    }

    private static String target(Form form, Ordre.Action action) {
        return switch (action) {
            case ATTRIBUER -> form.required("instructeur", 40);
            case ETIQUETER -> form.required("poser", 10);
            case INSTRUIRE, ACCEPTER, REFUSER, CLASSER_SANS_SUITE -> "";
            case REPASSER_EN_CONSTRUCTION -> "";
            case SUIVRE, ARCHIVER, DESARCHIVER -> "";
        };
    }

    private List<DossierId> dossiers(
            Form form, PublishedRevision asked, HttpServletRequest request) {
        if (!form.ticked("tout")) {
            return form.all("d").stream()
                    .flatMap(it -> DossierId.of(it).stream())
                    .distinct()
                    .limit(Travaux.MOST)
                    .toList();
        }
        var reader = desk.reader(Desk.agent(request));
        var columns = Colonne.of(asked.definition());
        var list = ListeAsked.read(form, asked.demarche(), reader, columns);
        return listes.page(list.wanted(), null, Travaux.MOST).stream()
                .map(Rang::dossier)
                .map(DossierId::new)
                .toList();
    }
}
