package fr.socle.identity.session;

import fr.socle.ui.Space;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Recognises usagers, in their own space only: among the pages of agents and at the APIs their
 * session counts for nothing. Who has both sessions is the usager there, so this one asks first.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UsagerVisitors implements Visitors {

    private final UsagerSessions sessions;

    UsagerVisitors(UsagerSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Visitor recognise(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (Space.of(path) != Space.USAGER
                || path.startsWith("/api/")
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return Visitor.ANONYMOUS;
        }
        return UsagerCookie.read(request).map(sessions::recognise).orElse(Visitor.ANONYMOUS);
    }
}
