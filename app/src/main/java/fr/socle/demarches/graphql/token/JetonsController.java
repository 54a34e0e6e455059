package fr.socle.demarches.graphql.token;

import fr.socle.demarches.builder.BuilderRights;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.builder.DemarcheBuilder;
import fr.socle.directory.Actor;
import fr.socle.directory.AgentId;
import fr.socle.directory.OrganisationId;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The tokens of an organisation, for who builds its procedures. */
@Controller
@Requires(BuilderRights.ADMINISTER_CODE)
@RequestMapping(JetonsController.HOME)
class JetonsController {

    static final String HOME = "/administration/demarches/jetons";

    private final Jetons jetons;
    private final DemarcheBuilder builder;
    private final Clock clock;

    JetonsController(Jetons jetons, DemarcheBuilder builder, Clock clock) {
        this.jetons = jetons;
        this.builder = builder;
        this.clock = clock;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        var lines = jetons.of(organisation(request));
        return new JetonsPage(lines, clock.instant(), fait.equals("revoque"));
    }

    @GetMapping("/nouveau")
    Page blank(HttpServletRequest request) {
        return page(Form.blank(), request);
    }

    /** The secret is told by this answer alone: no redirect could carry it. */
    @PostMapping("/nouveau")
    Page create(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var agent = agent(request);
        var form = Form.of(parameters);
        return JetonDraft.read(form, ids(request))
                .<Page>map(
                        it -> {
                            var created =
                                    jetons.create(
                                            Actor.of(agent),
                                            new AgentId(agent.agent()),
                                            new OrganisationId(agent.organisation()),
                                            it);
                            return new JetonCreatedPage(created.jeton(), created.secret());
                        })
                .orElseGet(() -> page(form, request));
    }

    @PostMapping("/{id}/revocation")
    ResponseEntity<Void> revoke(@PathVariable String id, HttpServletRequest request) {
        var known =
                uuid(id).filter(
                                it ->
                                        jetons.revoke(
                                                Actor.of(agent(request)),
                                                organisation(request),
                                                it))
                        .isPresent();
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(HOME + "?fait=revoque"))
                .build();
    }

    private Page page(Form form, HttpServletRequest request) {
        return new JetonFormPage(form, builder.of(organisation(request)));
    }

    private List<String> ids(HttpServletRequest request) {
        return builder.of(organisation(request)).stream()
                .map(Demarche::id)
                .map(Object::toString)
                .toList();
    }

    private static Visitor.Agent agent(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> agent;
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }

    private static OrganisationId organisation(HttpServletRequest request) {
        return new OrganisationId(agent(request).organisation());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
