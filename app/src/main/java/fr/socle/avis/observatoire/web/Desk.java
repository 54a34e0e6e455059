package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.ListingRights;
import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.avis.observatoire.listing.Listings;
import fr.socle.directory.Actor;
import fr.socle.directory.OrganisationId;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who lists procedures, and what he may touch: every page of theirs goes through it. */
@Component
class Desk {

    static final String HOME = "/administration/observatoire";

    private final Listings listings;

    Desk(Listings listings) {
        this.listings = listings;
    }

    static Visitor.Agent visitor(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> agent;
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    static Actor actor(HttpServletRequest request) {
        return Actor.of(visitor(request));
    }

    /** The organisation for which he lists. */
    static OrganisationId organisation(HttpServletRequest request) {
        return new OrganisationId(visitor(request).organisation());
    }

    /** Those that he may change. */
    List<ListedDemarche> managed(HttpServletRequest request) {
        var visitor = visitor(request);
        return listings.all().stream().filter(it -> manages(visitor, it)).toList();
    }

    /**
     * The procedure, for whoever lists those of its organisation. To anyone else it is not among
     * the pages of administrations; that he tried is in the journal.
     */
    ListedDemarche managed(HttpServletRequest request, String id) {
        var listed = OneController.read(id).flatMap(listings::find).orElseThrow(Desk::notFound);
        if (manages(visitor(request), listed)) {
            return listed;
        }
        listings.refused(actor(request), listed);
        throw notFound();
    }

    private static boolean manages(Visitor visitor, ListedDemarche listed) {
        return visitor.holds(ListingRights.LIST, listed.organisation().value());
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static ResponseStatusException conflict() {
        return new ResponseStatusException(HttpStatus.CONFLICT);
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
