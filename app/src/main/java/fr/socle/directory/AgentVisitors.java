package fr.socle.directory;

import fr.socle.directory.store.SessionStore;
import fr.socle.house.Tries;
import fr.socle.ui.access.Right;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Recognises agents by their session, and programs by their token. */
@Component
class AgentVisitors implements Visitors {

    private static final String BEARER = "Bearer " + ApiTokens.PREFIX;
    private static final Tries.Door TOKENS = new Tries.Door("directory.token", true);

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Roles roles;
    private final Tries tries;

    AgentVisitors(Sessions sessions, ApiTokens tokens, Roles roles, Tries tries) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.roles = roles;
        this.tries = tries;
    }

    /**
     * A request with any {@code Authorization} is never recognised by its cookie: it is exempt from
     * the protection against forged requests.
     */
    @Override
    public Visitor recognise(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return SessionCookie.read(request).map(this::ofSession).orElse(Visitor.ANONYMOUS);
        }
        return authorization.startsWith(BEARER)
                ? ofToken(authorization.substring("Bearer ".length()).strip(), request)
                : Visitor.ANONYMOUS;
    }

    private Visitor ofSession(String secret) {
        return sessions.see(secret).map(this::agent).orElse(Visitor.ANONYMOUS);
    }

    private Visitor agent(SessionStore.Seen seen) {
        return new Visitor.Agent(
                seen.agent(),
                seen.name(),
                seen.organisation(),
                seen.organisationName(),
                roles.rightsOf(seen.roles()),
                roles.platformRightsOf(seen.roles()));
    }

    /** A token that ended, sent again and again, holds up no other from the same address. */
    private Visitor ofToken(String secret, HttpServletRequest request) {
        var attempt = tries.begin(TOKENS, secret, request);
        var token = tokens.see(secret);
        token.ifPresentOrElse(_ -> attempt.right(), attempt::wrong);
        return token.map(this::program).orElse(Visitor.ANONYMOUS);
    }

    private Visitor program(ApiToken token) {
        return new Visitor.Agent(
                token.id(),
                token.label(),
                ApiTokens.NO_ORGANISATION,
                "",
                Set.of(),
                withImplied(roles.ofCodes(token.rights())));
    }

    /** Who administers every organisation also manages each. */
    private static Set<Right> withImplied(Set<Right> rights) {
        if (!rights.contains(DirectoryRights.ADMINISTER)) {
            return rights;
        }
        var all = new HashSet<>(rights);
        all.add(DirectoryRights.MANAGE);
        return all;
    }
}
