package fr.socle.demarches.web.agent;

import fr.socle.demarches.messagerie.DossierMessage;
import fr.socle.demarches.messagerie.Messagerie;
import fr.socle.demarches.web.agent.Desk.Reached;
import fr.socle.demarches.web.answers.Sent;
import fr.socle.directory.AgentId;
import fr.socle.ui.access.SignedIn;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An agent in charge writes to the usager. */
@Controller
@SignedIn
class MessagesController {

    private final Desk desk;
    private final Messagerie messagerie;
    private final Shelf shelf;

    MessagesController(Desk desk, Messagerie messagerie, Shelf shelf) {
        this.desk = desk;
        this.messagerie = messagerie;
        this.shelf = shelf;
    }

    @PostMapping("/agent/dossiers/{id}/messages")
    Object write(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        if (!(desk.reach(request, id) instanceof Reached.Open(var stored, var dossier))) {
            return new NotInChargePage();
        }
        var agent = Desk.agent(request);
        var form = Form.of(parameters);
        var text = form.required("texte", DossierMessage.LONGEST);
        if (!form.ok()) {
            desk.opened(request, dossier);
            var reader = new AgentId(agent.agent());
            return shelf.page(dossier, reader, stored.version(), form, false);
        }
        messagerie.write(Sent.id(form), dossier, agent, text);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/agent/dossiers/" + dossier.id() + "#messages"))
                .build();
    }
}
