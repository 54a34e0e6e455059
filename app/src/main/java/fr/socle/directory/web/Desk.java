package fr.socle.directory.web;

import fr.socle.directory.Actor;
import fr.socle.directory.AgentId;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.Organisations;
import fr.socle.directory.Roles;
import fr.socle.directory.trail.AccessAct.AccesRefuse;
import fr.socle.journal.Journal;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who asks, and what he may touch: every page and every call of the directory goes through it. */
@Component
public class Desk {

    private final Organisations organisations;
    private final Roles roles;
    private final Journal journal;

    Desk(Organisations organisations, Roles roles, Journal journal) {
        this.organisations = organisations;
        this.roles = roles;
        this.journal = journal;
    }

    /** The agent or program that asks. */
    public static Visitor.Agent visitor(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> agent;
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    public static Actor actor(HttpServletRequest request) {
        return Actor.of(visitor(request));
    }

    static AgentId self(HttpServletRequest request) {
        return new AgentId(visitor(request).agent());
    }

    public static boolean administers(HttpServletRequest request) {
        return DirectoryRights.administers(Visitors.of(request));
    }

    /** The roles that the visitor may give and take. */
    public List<String> grantable(HttpServletRequest request) {
        return roles.grantable(Visitors.of(request));
    }

    /**
     * The organisation, for whoever manages it. To anyone else it does not exist; that he tried is
     * in the journal.
     */
    public Organisation managed(HttpServletRequest request, String id) {
        var organisation =
                OrganisationId.of(id).flatMap(organisations::find).orElseThrow(Desk::notFound);
        var visitor = visitor(request);
        if (DirectoryRights.manages(visitor, organisation.id())) {
            return organisation;
        }
        journal.appendAlone(
                new AccesRefuse(Actor.of(visitor), organisation.id(), DirectoryRights.MANAGE_CODE));
        throw notFound();
    }

    public static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Nothing was typed that could be kept: the page of status 409 says to look again. */
    static ResponseStatusException conflict() {
        return new ResponseStatusException(HttpStatus.CONFLICT);
    }

    /** The version on which the form was shown; a form of ours always carries a readable one. */
    static long version(Form form) {
        if (form.version() < 0) {
            throw ApiProblem.of(422, Refusal.of("directory.version"));
        }
        return form.version();
    }

    /**
     * What the buttons « Réactiver » and « Désactiver » say; nothing is switched without saying.
     */
    static boolean active(Form form) {
        return switch (form.typed("active")) {
            case "oui" -> true;
            case "non" -> false;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
