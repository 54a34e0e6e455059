package fr.socle.habilitations.web;

import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.Demandes;
import fr.socle.habilitations.formulaire.Formulaires;
import fr.socle.habilitations.message.DemandeMessages;
import fr.socle.habilitations.store.ActeStore;
import fr.socle.habilitations.store.GrantStore;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of both sides need: the request, and what surrounds it. */
@Component
class DemandeDesk {

    private final Demandes demandes;
    private final DemandeMessages messages;
    private final Formulaires formulaires;
    private final Past past;
    private final Directory directory;

    /** What was granted and what was done. */
    @Component
    record Past(GrantStore grants, ActeStore acts) {}

    DemandeDesk(
            Demandes demandes,
            DemandeMessages messages,
            Formulaires formulaires,
            Past past,
            Directory directory) {
        this.demandes = demandes;
        this.messages = messages;
        this.formulaires = formulaires;
        this.past = past;
        this.directory = directory;
    }

    Formulaires.Offre offre() {
        return formulaires.offre();
    }

    Demandes demandes() {
        return demandes;
    }

    DemandeMessages messages() {
        return messages;
    }

    /** In Paris, where terms are counted. */
    LocalDate today() {
        return demandes.today();
    }

    static Visitor.Agent visitor(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> agent;
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    static OrganisationId organisation(HttpServletRequest request) {
        return new OrganisationId(visitor(request).organisation());
    }

    /** The request of one's own organisation; to anyone else it does not exist. */
    Demande own(HttpServletRequest request, String id) {
        return find(id).filter(it -> it.dossier().organisation().equals(organisation(request)))
                .orElseThrow(DemandeDesk::notFound);
    }

    /** The request of another organisation: nobody examines his own. */
    Demande others(HttpServletRequest request, String id) {
        return find(id).filter(it -> !it.dossier().organisation().equals(organisation(request)))
                .flatMap(Demande::toExaminer)
                .orElseThrow(DemandeDesk::notFound);
    }

    /** A request with its versions, its messages and its history. */
    DemandeView view(Demande demande) {
        var id = demande.dossier().id();
        var history =
                past.acts().of(id).stream()
                        .map(it -> new DemandeView.Line(it, actorName(it.actor())))
                        .toList();
        var written =
                messages.of(id).stream()
                        .map(it -> new DemandeView.Written(it, actorName(it.author())))
                        .toList();
        return new DemandeView(
                demande,
                organisationName(demande),
                past.grants().versions(id),
                written,
                history,
                offre().sets());
    }

    /**
     * @param reader whose answer is awaited where the other side has the last word
     */
    List<DemandesPage.Line> lines(List<Demande> list, Cote reader) {
        var ids = list.stream().map(it -> it.dossier().id()).toList();
        var unanswered = messages.unanswered(reader, ids);
        return list.stream()
                .map(
                        it ->
                                new DemandesPage.Line(
                                        it,
                                        organisationName(it),
                                        unanswered.contains(it.dossier().id())))
                .toList();
    }

    private String organisationName(Demande it) {
        return name(it.dossier().organisation());
    }

    String name(OrganisationId organisation) {
        return directory.organisation(organisation).map(Organisation::name).orElse("–");
    }

    private String actorName(@Nullable UUID actor) {
        return Optional.ofNullable(actor)
                .flatMap(it -> directory.agent(new AgentId(it)))
                .map(Agent::name)
                .orElse("");
    }

    private Optional<Demande> find(String id) {
        return HabilitationId.of(id).flatMap(demandes::find);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
