package fr.socle.identity.partner.web;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.ConnectedServices;
import fr.socle.identity.partner.PartnerRights;
import fr.socle.identity.partner.Wish;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who asks, and which services are theirs: every page and every call goes through it. */
@Component
public class PartnerDesk {

    /** Where the pages lie. */
    public static final String PAGES = "/administration/services-connectes";

    private final ConnectedServices services;
    private final Directory directory;

    PartnerDesk(ConnectedServices services, Directory directory) {
        this.services = services;
        this.directory = directory;
    }

    public static Visitor.Agent visitor(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> agent;
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    public static Actor actor(HttpServletRequest request) {
        return Actor.of(visitor(request));
    }

    static boolean approves(HttpServletRequest request) {
        return visitor(request).holds(PartnerRights.APPROVE);
    }

    /** Whose services the visitor sees: null for those of every organisation. */
    public static @Nullable OrganisationId reach(HttpServletRequest request) {
        var visitor = visitor(request);
        return PartnerRights.everywhere(visitor)
                ? null
                : new OrganisationId(visitor.organisation());
    }

    /** The service, for whoever connects those of its organisation; to others it does not exist. */
    public Optional<ConnectedService> find(HttpServletRequest request, String id) {
        var visitor = visitor(request);
        return services.find(id)
                .filter(it -> visitor.holds(PartnerRights.CONNECT, it.organisation().value()));
    }

    ConnectedService own(HttpServletRequest request, String id) {
        return find(request, id).orElseThrow(PartnerDesk::notFound);
    }

    /** The organisation for which the visitor acts now. */
    Organisation organisation(HttpServletRequest request) {
        return organisation(new OrganisationId(visitor(request).organisation()))
                .orElseThrow(PartnerDesk::notFound);
    }

    /** The organisation of this id. */
    public Optional<Organisation> organisation(OrganisationId id) {
        return directory.organisation(id);
    }

    String organisationName(ConnectedService service) {
        return organisation(service.organisation()).map(Organisation::name).orElse("–");
    }

    /** What the visitor does on the state that his form was shown with. */
    static Wish wish(HttpServletRequest request, ConnectedService service, Form form) {
        return new Wish(actor(request), service.id(), form.version());
    }

    /**
     * The page that follows an act; a state that changed meanwhile is shown to be looked at again.
     */
    static ResponseEntity<Void> after(
            Change<ConnectedService> change, ConnectedService service, String word) {
        return switch (change) {
            case Change.Done<ConnectedService> _ -> seeOther(service, "?fait=" + word);
            case Change.Refused<ConnectedService>(_, var why) ->
                    seeOther(service, "?refus=" + why.key());
            case Change.Stale<ConnectedService> _ ->
                    throw new ResponseStatusException(HttpStatus.CONFLICT);
            case Change.Unknown<ConnectedService> _ -> throw notFound();
        };
    }

    static ResponseEntity<Void> seeOther(ConnectedService service, String rest) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PAGES + "/" + service.id() + rest))
                .build();
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
