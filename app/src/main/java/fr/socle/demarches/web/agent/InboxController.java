package fr.socle.demarches.web.agent;

import fr.socle.demarches.DossierState;
import fr.socle.demarches.depot.DossierLists;
import fr.socle.demarches.instruction.InCharge;
import fr.socle.demarches.instruction.InstructionRights;
import fr.socle.directory.OrganisationId;
import fr.socle.kernel.NumeroPublic;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Pagination;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dossiers of an agent's services; a number leads straight to its dossier. */
@Controller
@Requires(InstructionRights.INSTRUIRE_CODE)
class InboxController {

    private static final int SIZE = 20;
    private static final Map<String, DossierState> STATES =
            InboxPage.STATES.stream()
                    .collect(Collectors.toMap(DossierState::name, Function.identity()));

    private final DossierLists lists;
    private final InCharge inCharge;
    private final ListTrace trace;

    InboxController(DossierLists lists, InCharge inCharge, ListTrace trace) {
        this.lists = lists;
        this.inCharge = inCharge;
        this.trace = trace;
    }

    @GetMapping("/agent/dossiers")
    Object list(@RequestParam MultiValueMap<String, String> query, HttpServletRequest request) {
        var agent = Desk.agent(request);
        var form = Form.of(query);
        if (!form.typed("numero").isBlank()) {
            var found = byNumber(form, agent);
            if (found != null) {
                return found;
            }
        }
        return page(form, agent);
    }

    private @Nullable ResponseEntity<Void> byNumber(Form form, Visitor.Agent agent) {
        var number = form.read("numero", NumeroPublic::parse);
        if (number.isEmpty()) {
            return null;
        }
        var dossier = lists.byNumber(number.get(), new OrganisationId(agent.organisation()));
        if (dossier.isEmpty()) {
            form.reject("numero", Refusal.of("demarches.inbox.number.unknown"));
            return null;
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/agent/dossiers/" + dossier.get()))
                .build();
    }

    private InboxPage page(Form form, Visitor.Agent agent) {
        var services = inCharge.servicesOf(agent);
        var state = form.readOptional("etat", Reading.among(STATES)).orElse(null);
        var wanted =
                new DossierLists.Wanted(
                        services, inCharge.hiddenFrom(agent), state, demarche(form));
        var pagination = new Pagination(number(form), SIZE, lists.count(wanted), href(form));
        var lines = lists.inbox(wanted, SIZE, pagination.offset());
        trace.shown(lines.stream().map(DossierLists.Line::id).toList(), agent);
        return new InboxPage(
                form, lines, pagination, lists.subjects(services), !services.isEmpty());
    }

    private static @Nullable UUID demarche(Form form) {
        try {
            return form.typed("demarche").isBlank()
                    ? null
                    : UUID.fromString(form.typed("demarche"));
        } catch (IllegalArgumentException notOffered) {
            form.reject("demarche", Refusal.of("ui.form.choice"));
            return null;
        }
    }

    private static int number(Form form) {
        var page = form.typed("page");
        return page.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(page) : 1;
    }

    private static String href(Form form) {
        return "/agent/dossiers?etat="
                + URLEncoder.encode(form.typed("etat"), StandardCharsets.UTF_8)
                + "&demarche="
                + URLEncoder.encode(form.typed("demarche"), StandardCharsets.UTF_8);
    }
}
