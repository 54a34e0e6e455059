package fr.socle.citoyen.web;

import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/** What the pages of this block have in common. */
public final class Desk {

    private Desk() {}

    /**
     * @throws SignInNeeded unless a usager asks
     */
    public static Visitor.Usager usager(HttpServletRequest request) {
        if (Visitors.of(request) instanceof Visitor.Usager usager) {
            return usager;
        }
        throw new SignInNeeded();
    }

    public static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    public static ResponseStatusException badRequest() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    public static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }

    /** The language of the pages, in which letters are then written. */
    public static String language(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, "socle_langue");
        return cookie != null && cookie.getValue().equals("en") ? "en" : "fr";
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
