package fr.socle.exchange.desk.web;

import fr.socle.directory.Actor;
import fr.socle.exchange.desk.Saved;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** Who asks, and the ways between the operator's pages. */
public final class Asked {

    public static final String HOME = "/administration/fournisseurs-de-donnees";
    public static final String STATUS = "/etat-des-fournisseurs";

    /** Before the code of one. */
    public static final String ONE = HOME + "/jeux/";

    private static final Set<String> DONE =
            Set.of(
                    "inscrit",
                    "modifie",
                    "acces",
                    "certificat",
                    "sans-certificat",
                    "autorite",
                    "sans-autorite",
                    "coupe",
                    "service");

    private Asked() {}

    static Visitor.Agent agent(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> agent;
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    public static Actor actor(HttpServletRequest request) {
        return Actor.of(agent(request));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }

    /** To the page of this provider when the change was made; what cannot be goes into the form. */
    static @Nullable ResponseEntity<Void> then(Saved saved, Form form, String done) {
        return switch (saved) {
            case Saved.Done(var code) -> seeOther(ONE + code + "?fait=" + done);
            case Saved.Unknown _ -> throw notFound();
            case Saved.Stale _ -> null;
            case Saved.Refused(var field, var why) -> {
                form.reject(field, why);
                yield null;
            }
        };
    }

    /** The key of what was just done, told once; null for a word that is not ours. */
    static @Nullable String done(String word) {
        return DONE.contains(word) ? "exchange.desk.done." + word : null;
    }

    /** The version on which the form was shown; a form of ours always carries a readable one. */
    static long version(Form form) {
        if (form.version() < 0) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return form.version();
    }
}
