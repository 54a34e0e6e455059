package fr.socle.citoyen.web;

import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of this block have in common. */
final class Desk {

    private Desk() {}

    /**
     * @throws SignInNeeded unless a usager asks
     */
    static Visitor.Usager usager(HttpServletRequest request) {
        if (Visitors.of(request) instanceof Visitor.Usager usager) {
            return usager;
        }
        throw new SignInNeeded();
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
