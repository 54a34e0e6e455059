package fr.socle.identity.operator.web;

import fr.socle.directory.Actor;
import fr.socle.directory.AgentId;
import fr.socle.identity.operator.Saved;
import fr.socle.ui.Frame;
import fr.socle.ui.Link;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** Who asks, and the ways between the operator's pages. */
public final class Asked {

    public static final String HOME = "/administration/federations";
    public static final String MY_KEYS = "/administration/mes-cles";
    public static final String PROOF = "/connexion/operateur";
    public static final String API = "/api/identity/v1";

    private static final Set<String> DONE =
            Set.of(
                    "ajoute",
                    "modifie",
                    "coupe",
                    "retabli",
                    "affiche",
                    "masque",
                    "bloque",
                    "debloque",
                    "publie",
                    "retire",
                    "tourne",
                    "revoque",
                    "inscrit",
                    "renomme");

    private Asked() {}

    /** The sister pages. */
    public static List<Link> tabs(Frame frame, String here) {
        return List.of(
                tab(frame, "providers", HOME, here),
                tab(frame, "services", HOME + "/services", here),
                tab(frame, "people", HOME + "/personnes", here),
                tab(frame, "banners", HOME + "/annonces", here),
                tab(frame, "keys", HOME + "/cles", here),
                tab(frame, "statistics", HOME + "/statistiques", here));
    }

    private static Link tab(Frame frame, String name, String href, String here) {
        return new Link(frame.t("identity.tab." + name), href, name.equals(here));
    }

    public static Visitor.Agent agent(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> agent;
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    public static Actor actor(HttpServletRequest request) {
        return Actor.of(agent(request));
    }

    static AgentId self(HttpServletRequest request) {
        return new AgentId(agent(request).agent());
    }

    /** The page of the proof, which leads there afterwards. */
    public static String proofThen(String path) {
        return PROOF + "?retour=" + StrongDoor.encoded(path);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }

    /** To this page when the change was made; what does not exist is not found. */
    static ResponseEntity<Void> then(Saved saved, String path) {
        return switch (saved) {
            case Saved.Done _ -> seeOther(path);
            case Saved.Unknown _ -> throw notFound();
            case Saved.Stale _, Saved.Refused _ ->
                    throw new ResponseStatusException(HttpStatus.CONFLICT);
        };
    }

    /** The key of what was just done, told once; null for a word that is not ours. */
    static @Nullable String done(String word) {
        return DONE.contains(word) ? "identity.done." + word : null;
    }

    /** A switch's position. A form of ours always carries one. */
    static boolean on(String value) {
        return switch (value) {
            case "oui" -> true;
            case "non" -> false;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    /** The version on which the form was shown; a form of ours always carries a readable one. */
    static long version(Form form) {
        if (form.version() < 0) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return form.version();
    }
}
