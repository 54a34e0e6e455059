package fr.socle.identity.web;

import fr.socle.identity.Persons;
import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.OurClients;
import fr.socle.identity.keys.FlightCookies.Lane;
import fr.socle.identity.session.ReleasedClaims;
import fr.socle.identity.session.UsagerCookie;
import fr.socle.identity.session.UsagerSessions;
import fr.socle.identity.web.OurSignIn.Arrival;
import fr.socle.identity.web.OurSignIn.Ours;
import fr.socle.ui.LocalPath;
import fr.socle.ui.access.Public;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a usager comes in and leaves. */
@Controller
@Public
class UsagerSignInController {

    private static final String BACK = "retour";

    private static final Ours OURS =
            new Ours(
                    OurClients.USAGERS,
                    Federation.CITOYENS,
                    OurClients.USAGERS_RETURN,
                    OurClients.USAGERS_SCOPES,
                    new Lane("socle_entree_", "/connexion"));

    private final OurSignIn signIn;
    private final UsagerSessions sessions;
    private final UsagerCookie cookie;
    private final Persons persons;
    private final Clock clock;

    UsagerSignInController(
            OurSignIn signIn,
            UsagerSessions sessions,
            UsagerCookie cookie,
            Persons persons,
            Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
        this.persons = persons;
        this.clock = clock;
    }

    @GetMapping("/connexion/usager")
    Object depart(
            @RequestParam(defaultValue = "") String retour,
            HttpServletRequest request,
            HttpServletResponse response) {
        return signIn.depart(
                OURS, Map.of(BACK, LocalPath.orHome(retour)), Map.of(), request, response);
    }

    @GetMapping("/connexion/usager/retour")
    Object arrive(HttpServletRequest request, HttpServletResponse response) {
        return switch (signIn.arrive(OURS, request, response)) {
            case Arrival.Failed(var page) -> page;
            case Arrival.Arrived(var identity, var kept) -> {
                var opened = open(identity, request, response);
                yield opened
                        ? Ways.seeOther(LocalPath.orHome(kept.get(BACK)))
                        : TroublePage.again("identity.trouble.ours", 502);
            }
        };
    }

    private boolean open(
            Identity identity, HttpServletRequest request, HttpServletResponse response) {
        var person = persons.personOf(OurClients.USAGERS, identity.sub());
        if (person.isEmpty() || !ReleasedClaims.of(identity.claims()).complete(clock.instant())) {
            return false;
        }
        // because a browser has one usager: whoever was signed in here before leaves
        ended(request);
        var secret = sessions.open(person.get(), identity.claims(), identity.idToken());
        cookie.put(request, response, secret);
        return true;
    }

    private Optional<String> ended(HttpServletRequest request) {
        return Visitors.of(request) instanceof Visitor.Usager usager
                ? sessions.close(usager)
                : Optional.empty();
    }

    @PostMapping("/deconnexion/usager")
    Object leave(HttpServletRequest request, HttpServletResponse response) {
        var idToken = ended(request);
        cookie.remove(request, response);
        return Ways.seeOther(idToken.flatMap(it -> signIn.leaving(OURS, it)).orElse("/"));
    }
}
