package fr.socle.identity.usager.web;

import fr.socle.directory.Actor;
import fr.socle.identity.usager.FraudReports.Handler;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** What these pages have in common. */
public final class Desk {

    /** What a page may say that it did. */
    private static final Set<String> DONE =
            Set.of(
                    "fournisseurs",
                    "service-bloque",
                    "service-debloque",
                    "alertes",
                    "accord-retire",
                    "appareil",
                    "pris-en-charge",
                    "clos");

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

    /**
     * @throws SignInNeeded unless an agent or a program asks
     */
    public static Handler handler(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> new Handler(Actor.of(agent), agent.organisationName());
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    /** The key of the sentence that says what was done; null for a word that is none of ours. */
    static @Nullable String done(String word) {
        return DONE.contains(word) ? "identity.mine.done." + word : null;
    }

    static int page(String typed) {
        return typed.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(typed) : 1;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
