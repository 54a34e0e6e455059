package fr.socle.habilitations.api;

import fr.socle.directory.Directory;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.api.DemandeViews.DecisionBody;
import fr.socle.habilitations.api.DemandeViews.DemandeBody;
import fr.socle.habilitations.api.DemandeViews.DemandeView;
import fr.socle.habilitations.api.DemandeViews.EventView;
import fr.socle.habilitations.demande.Contenu;
import fr.socle.habilitations.demande.ContenuForm;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.DecisionForm;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.demande.Ordre;
import fr.socle.habilitations.formulaire.Formulaires;
import fr.socle.habilitations.store.ActeStore;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.SignedIn;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.form.Form;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writes requests and moves them, for programs. Whoever stands on no side sees none. */
@RestController
@SignedIn
@Tag(name = "Habilitations")
@SecurityRequirement(name = "jeton")
@RequestMapping(DemandesApi.BASE)
class DemandesApi {

    static final String BASE = "/api/habilitations/v1/demandes";

    private static final Map<String, Ordre> ORDRES =
            Map.of(
                    "annuler", new Ordre.AnnulerReouverture(),
                    "archiver", new Ordre.Archiver(),
                    "reprendre", new Ordre.Reprendre());

    private final Demandes demandes;
    private final Formulaires formulaires;
    private final ActeStore acts;
    private final Directory directory;
    private final Idempotency idempotency;

    DemandesApi(
            Demandes demandes,
            Formulaires formulaires,
            ActeStore acts,
            Directory directory,
            Idempotency idempotency) {
        this.demandes = demandes;
        this.formulaires = formulaires;
        this.acts = acts;
        this.directory = directory;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(
            summary = "Écrit une demande, et l’envoie",
            description =
                    "Avec « envoi » à « brouillon », elle est gardée sans être envoyée. Un en-tête"
                            + " Idempotency-Key rend l’appel répétable pendant un jour.")
    ResponseEntity<?> create(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = DemandeBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        return idempotency.once(request, body, () -> create(request, body));
    }

    private ResponseEntity<DemandeView> create(
            HttpServletRequest request, Map<String, Object> body) {
        var caller = Caller.of(request);
        var form = JsonBody.form(body);
        var organisation = organisation(caller, form);
        var content = content(form);
        var change =
                isDraft(form)
                        ? demandes.draft(
                                caller.actor(), organisation, HabilitationId.fresh(), content)
                        : demandes.submit(
                                caller.actor(), organisation, HabilitationId.fresh(), content);
        var made = Caller.done(change);
        return ResponseEntity.created(URI.create(BASE + "/" + made.dossier().id()))
                .eTag(tag(made))
                .body(DemandeView.of(made));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Lit une demande")
    ResponseEntity<DemandeView> show(@PathVariable String id, HttpServletRequest request) {
        return view(find(Caller.of(request), id));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Récrit une demande, et l’envoie",
            description =
                    "If-Match est obligatoire. D’une demande accordée, c’est une nouvelle version ;"
                            + " l’ancienne vaut jusqu’à ce qu’elle soit accordée.")
    ResponseEntity<DemandeView> write(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = DemandeBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var form = JsonBody.form(body);
        var content = content(form);
        return act(
                request,
                id,
                Cote.DEMANDEUR,
                isDraft(form) ? new Ordre.Enregistrer(content) : new Ordre.Soumettre(content));
    }

    @PostMapping("/{id}/actes/{acte}")
    @Operation(
            summary = "Abandonne une nouvelle version, archive ou reprend une demande",
            description = "annuler, archiver ou reprendre ; If-Match est obligatoire.")
    ResponseEntity<DemandeView> act(
            @PathVariable String id, @PathVariable String acte, HttpServletRequest request) {
        var ordre = ORDRES.get(acte);
        if (ordre == null) {
            throw ApiProblem.of(404, Refusal.of("habilitations.api.acte"));
        }
        return act(request, id, Cote.DEMANDEUR, ordre);
    }

    @PostMapping("/{id}/decision")
    @Operation(
            summary = "Décide d’une demande",
            description = "Pour une autre organisation que la sienne ; If-Match est obligatoire.")
    ResponseEntity<DemandeView> decide(
            @PathVariable String id,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(schema = @Schema(implementation = DecisionBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var form = JsonBody.form(body, DecisionBody.class);
        var decision = DecisionForm.read(form).orElseThrow(() -> ApiProblem.of(form));
        return act(request, id, Cote.INSTRUCTEUR, decision);
    }

    @GetMapping("/{id}/evenements")
    @Operation(summary = "Lit ce qui est arrivé à une demande, du plus récent au plus ancien")
    List<EventView> events(@PathVariable String id, HttpServletRequest request) {
        var demande = find(Caller.of(request), id);
        return acts.of(demande.dossier().id()).stream().map(EventView::of).toList();
    }

    private ResponseEntity<DemandeView> act(
            HttpServletRequest request, String id, Cote side, Ordre ordre) {
        var caller = Caller.of(request);
        var present = find(caller, id).dossier();
        if (!caller.stands(side, present.organisation())) {
            throw Caller.unknown();
        }
        var version = Caller.version(request);
        var change = demandes.act(caller.actor(), side, present.id(), ordre, version);
        return view(Caller.done(change));
    }

    private Demande find(Caller caller, String id) {
        return HabilitationId.of(id)
                .flatMap(demandes::find)
                .flatMap(caller::sees)
                .orElseThrow(Caller::unknown);
    }

    private OrganisationId organisation(Caller caller, Form form) {
        return OrganisationId.of(form.typed("organisation"))
                .filter(it -> caller.stands(Cote.DEMANDEUR, it))
                .filter(it -> directory.organisation(it).isPresent())
                .orElseThrow(
                        () ->
                                ApiProblem.invalid(
                                        "/organisation",
                                        Refusal.of("habilitations.api.organisation")));
    }

    private Contenu content(Form form) {
        var read =
                isDraft(form)
                        ? ContenuForm.readDraft(form, formulaires.offre())
                        : ContenuForm.read(form, formulaires.offre());
        return read.orElseThrow(() -> ApiProblem.of(form));
    }

    private static boolean isDraft(Form form) {
        return form.typed("envoi").equals("brouillon");
    }

    private static ResponseEntity<DemandeView> view(Demande it) {
        return ResponseEntity.ok().eTag(tag(it)).body(DemandeView.of(it));
    }

    private static String tag(Demande it) {
        return "\"" + it.dossier().version() + "\"";
    }
}
