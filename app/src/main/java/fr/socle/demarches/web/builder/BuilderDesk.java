package fr.socle.demarches.web.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.directory.Actor;
import fr.socle.directory.OrganisationId;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who builds, and what he may touch: every page of builders goes through it. */
@Component
class BuilderDesk {

    static final String HOME = "/administration/demarches";

    private final DemarcheBuilder builder;

    BuilderDesk(DemarcheBuilder builder) {
        this.builder = builder;
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

    /** The organisation for which he builds. */
    static OrganisationId organisation(HttpServletRequest request) {
        return new OrganisationId(visitor(request).organisation());
    }

    /**
     * The procedure, for whoever builds those of its organisation. To anyone else it does not
     * exist; that he tried is in the journal.
     */
    Demarche managed(HttpServletRequest request, String id) {
        var demarche = DemarcheId.of(id).flatMap(builder::find).orElseThrow(BuilderDesk::notFound);
        var visitor = visitor(request);
        var owner = demarche.fiche().organisation();
        if (visitor.holds(BuilderRights.ADMINISTER, owner.value())) {
            return demarche;
        }
        builder.refused(Actor.of(visitor), demarche);
        throw notFound();
    }

    static String base(Demarche demarche) {
        return HOME + "/" + demarche.id();
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Nothing was typed that could be kept: the page of status 409 says to look again. */
    static ResponseStatusException conflict() {
        return new ResponseStatusException(HttpStatus.CONFLICT);
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
