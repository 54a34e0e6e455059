package fr.socle.citoyen.suivi;

import fr.socle.citoyen.CitoyenRights;
import fr.socle.directory.Directory;
import fr.socle.directory.Organisation;
import fr.socle.house.Tries;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Recognises programs that announce, at the one address that is theirs. */
@Component
class EmetteurVisitors implements Visitors {

    private static final String DOOR = "/api/citoyen/";
    private static final String BEARER = "Bearer " + Emetteurs.PREFIX;
    private static final Tries.Door TOKENS = new Tries.Door("citoyen.emetteur", true);

    private final Emetteurs emetteurs;
    private final Directory directory;
    private final Tries tries;

    EmetteurVisitors(Emetteurs emetteurs, Directory directory, Tries tries) {
        this.emetteurs = emetteurs;
        this.directory = directory;
        this.tries = tries;
    }

    @Override
    public Visitor recognise(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null
                || !authorization.startsWith(BEARER)
                || !request.getRequestURI().startsWith(DOOR)) {
            return Visitor.ANONYMOUS;
        }
        var secret = authorization.substring("Bearer ".length()).strip();
        var attempt = tries.begin(TOKENS, secret, request);
        var found = emetteurs.see(secret);
        found.ifPresentOrElse(_ -> attempt.right(), attempt::wrong);
        return found.flatMap(
                        it ->
                                directory
                                        .organisation(it.organisation())
                                        .filter(Organisation::active)
                                        .map(where -> visitor(it, where)))
                .orElse(Visitor.ANONYMOUS);
    }

    private static Visitor visitor(Emetteur it, Organisation where) {
        return new Visitor.Agent(
                it.id(),
                it.label(),
                where.id().value(),
                where.name(),
                Set.of(CitoyenRights.ANNOUNCE),
                Set.of());
    }
}
