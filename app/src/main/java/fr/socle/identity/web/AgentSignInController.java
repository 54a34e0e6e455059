package fr.socle.identity.web;

import fr.socle.directory.Acceptance;
import fr.socle.directory.Agent;
import fr.socle.directory.ComptesProfessionnels;
import fr.socle.directory.Directory;
import fr.socle.directory.SessionCookie;
import fr.socle.directory.Sessions;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.OurClients;
import fr.socle.identity.keys.FlightCookies.Lane;
import fr.socle.identity.operator.StrongSignIns;
import fr.socle.identity.sso.AgentEntries;
import fr.socle.identity.web.OurSignIn.Arrival;
import fr.socle.identity.web.OurSignIn.Ours;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siret;
import fr.socle.ui.Link;
import fr.socle.ui.LocalPath;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How an agent comes in, with the account of his administration. */
@Controller
@Public
class AgentSignInController {

    private static final String BACK = "retour";
    private static final String INVITATION = "invitation";
    private static final String AFTER = "/agent/mon-compte";
    private static final String STRONG = "eidas2";
    private static final String FIRST_PAGE = "/agent";
    private static final int LONGEST_INVITATION = 100;

    private static final Ours OURS =
            new Ours(
                    OurClients.AGENTS,
                    Federation.AGENTS,
                    OurClients.AGENTS_RETURN,
                    OurClients.AGENTS_SCOPES,
                    new Lane("socle_entree_agent_", "/agent/connexion"));

    /** What a session leaves: a cookie here, and the name of the one that it came from. */
    @Component
    record Doors(
            SessionCookie cookie,
            AgentEntries entries,
            StrongSignIns strong,
            ComptesProfessionnels companies) {}

    private final OurSignIn signIn;
    private final Broker broker;
    private final Directory directory;
    private final Sessions sessions;
    private final Doors doors;

    AgentSignInController(
            OurSignIn signIn, Broker broker, Directory directory, Sessions sessions, Doors doors) {
        this.signIn = signIn;
        this.broker = broker;
        this.directory = directory;
        this.sessions = sessions;
        this.doors = doors;
    }

    /**
     * @param invitation the secret of an invitation, which the sign-in will accept
     * @param niveau {@code eidas2}: the agent's provider is asked for a strong sign-in
     */
    @GetMapping("/agent/connexion")
    Object depart(
            @RequestParam(defaultValue = "") String retour,
            @RequestParam(defaultValue = "") String invitation,
            @RequestParam(defaultValue = "") String niveau,
            HttpServletRequest request,
            HttpServletResponse response) {
        var keep =
                invitation.isEmpty() || invitation.length() > LONGEST_INVITATION
                        ? Map.of(BACK, LocalPath.orHome(retour))
                        : Map.of(INVITATION, invitation);
        return signIn.depart(OURS, keep, more(retour, niveau), request, response);
    }

    /** Who comes for a company proves it each time: another account may be meant than the last. */
    private static Map<String, String> more(String retour, String niveau) {
        if (ComptesProfessionnels.leadsTo(retour)) {
            return Map.of("prompt", "login");
        }
        return niveau.equals(STRONG) ? Map.of("acr_values", STRONG) : Map.of();
    }

    @GetMapping("/agent/connexion/retour")
    Object arrive(HttpServletRequest request, HttpServletResponse response) {
        return switch (signIn.arrive(OURS, request, response)) {
            case Arrival.Failed(var page) -> page;
            case Arrival.Arrived(var identity, var kept) ->
                    enter(identity, kept, request, response);
        };
    }

    private Object enter(
            Identity identity,
            Map<String, String> kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        var provider = broker.find(Federation.AGENTS, text(identity, "idp_id"));
        var sub = text(identity, "idp_sub");
        if (provider.isEmpty() || sub.isEmpty()) {
            return TroublePage.again("identity.trouble.ours", 502);
        }
        var issuer = broker.bindingIssuer(provider.get());
        var invitation = kept.get(INVITATION);
        if (invitation != null) {
            return accept(invitation, issuer, identity, request, response);
        }
        var back = LocalPath.orHome(kept.get(BACK));
        if (ComptesProfessionnels.leadsTo(back)) {
            return company(identity, back, request, response);
        }
        return directory
                .agentOf(issuer, sub)
                .map(it -> open(it, identity, kept, request, response))
                .orElseGet(() -> stranger("identity.agent.unknown"));
    }

    /** Whoever it is: here an account only says for which company somebody comes. */
    private Object company(
            Identity identity,
            String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Siret.parse(text(identity, "siret")) instanceof Parsed.Valid<Siret>(var siret)) {
            doors.companies().open(siret, request, response);
            return Ways.seeOther(back);
        }
        return stranger("identity.agent.siret");
    }

    private Object accept(
            String invitation,
            String issuer,
            Identity identity,
            HttpServletRequest request,
            HttpServletResponse response) {
        var name = text(identity, "given_name") + " " + text(identity, "usual_name");
        var accepted = directory.accept(invitation, issuer, text(identity, "idp_sub"), name);
        if (accepted instanceof Acceptance.Bound(var agent, var organisation)) {
            sessions.open(agent.id(), organisation)
                    .ifPresent(it -> keep(it, identity, request, response));
            return Ways.seeOther(AFTER + "?fait=rattache");
        }
        return stranger("identity.agent.invitation");
    }

    private Object open(
            Agent agent,
            Identity identity,
            Map<String, String> kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        var secret = sessions.openAnywhere(agent.id());
        if (!agent.active() || secret.isEmpty()) {
            return stranger("identity.agent.closed");
        }
        keep(secret.get(), identity, request, response);
        var level = identity.acr();
        doors.strong()
                .federated(
                        secret.get(),
                        agent,
                        level == null ? "" : level.code(),
                        identity.authTime());
        var back = LocalPath.orHome(kept.get(BACK));
        return Ways.seeOther(back.equals("/") ? FIRST_PAGE : back);
    }

    private void keep(
            String secret,
            Identity identity,
            HttpServletRequest request,
            HttpServletResponse response) {
        doors.entries().note(secret, identity.idToken());
        doors.cookie().put(request, response, secret);
    }

    private static TroublePage stranger(String key) {
        return new TroublePage(
                key,
                "",
                403,
                List.of(
                        Link.to("identity.agent.another", "/agent/connexion"),
                        Link.to("identity.left.home", "/")));
    }

    private static String text(Identity identity, String name) {
        return identity.claims().get(name) instanceof String text ? text : "";
    }
}
