package fr.socle.demarches.web.usager;

import fr.socle.demarches.attestation.Attestations;
import fr.socle.demarches.depot.Delais;
import fr.socle.demarches.depot.DossierLists;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Followed;
import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.expert.Experts;
import fr.socle.demarches.jeton.OpinionTokens;
import fr.socle.demarches.messagerie.DossierMessage;
import fr.socle.demarches.messagerie.Messagerie;
import fr.socle.demarches.partage.Partages;
import fr.socle.demarches.web.answers.Answers;
import fr.socle.demarches.web.answers.Pdf;
import fr.socle.demarches.web.answers.Sent;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A usager's dossiers, and each after its deposit. */
@Controller
@ForUsager
@RequestMapping("/mes-dossiers")
class DossierController {

    private final Counter counter;
    private final Past past;
    private final Attestations attestations;
    private final OpinionTokens opinions;

    /** Which there are; what happened to one, what was written, and until when it waits. */
    @Component
    record Past(
            DossierLists lists,
            Partages partages,
            DossierStore store,
            Messagerie messagerie,
            Delais delais,
            Experts experts) {}

    DossierController(
            Counter counter, Past past, Attestations attestations, OpinionTokens opinions) {
        this.counter = counter;
        this.past = past;
        this.attestations = attestations;
        this.opinions = opinions;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        var person = Counter.visitor(request).person();
        return new MinePage(
                past.lists().of(person), past.partages().shared(person), fait.equals("supprime"));
    }

    @GetMapping("/{id}")
    Object show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        var followed = counter.followed(request, id);
        return switch (followed.stored().dossier()) {
            case Dossier.Brouillon draft -> Counter.seeOther(Counter.path(draft.id()) + "/remplir");
            case Depose deposited ->
                    page(deposited, followed, DossierPage.Told.of(fait), Form.blank());
        };
    }

    @GetMapping("/{id}/attestation")
    ResponseEntity<byte[]> attestation(@PathVariable String id, HttpServletRequest request) {
        if (counter.mine(request, id).dossier() instanceof Depose deposited) {
            var pdf = attestations.give(deposited).orElseThrow(Counter::notFound);
            return Pdf.attachment(pdf, deposited);
        }
        throw Counter.notFound();
    }

    /** Writes to the service. */
    @PostMapping("/{id}/messages")
    Object write(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var followed = counter.followed(request, id);
        if (!(followed.stored().dossier() instanceof Depose dossier)) {
            throw Counter.notFound();
        }
        var form = Form.of(parameters);
        var text = form.required("texte", DossierMessage.LONGEST);
        if (!form.ok()) {
            return page(dossier, followed, null, form);
        }
        past.messagerie().write(Sent.id(form), dossier, text);
        return Counter.seeOther(Counter.path(dossier.id()) + "#messages");
    }

    private Page page(
            Depose dossier, Followed followed, DossierPage.@Nullable Told told, Form form) {
        var definition = counter.fields(dossier);
        return new DossierPage(
                dossier,
                Answers.of(definition, dossier.reponses(), counter.named(dossier)),
                past.store().etapes(dossier.id()).reversed(),
                past.delais().attente(dossier),
                followed.written() ? past.messagerie().opened(dossier, true) : List.of(),
                followed.advised() ? past.experts().shared(dossier) : List.of(),
                form,
                followed.stored().attested(),
                told,
                opinions.offer(dossier).orElse(null));
    }
}
