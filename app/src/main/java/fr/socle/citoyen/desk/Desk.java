package fr.socle.citoyen.desk;

import fr.socle.directory.OrganisationId;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** Who answers, for the organisation for which he acts now and for no other. */
final class Desk {

    private Desk() {}

    static Visitor.Agent agent(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> agent;
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    static OrganisationId organisation(HttpServletRequest request) {
        return new OrganisationId(agent(request).organisation());
    }

    /** The version on which the form was shown; a form of ours always carries a readable one. */
    static long version(Form form) {
        if (form.version() < 0) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return form.version();
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
