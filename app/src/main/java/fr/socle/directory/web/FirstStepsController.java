package fr.socle.directory.web;

import fr.socle.directory.Agent;
import fr.socle.directory.AgentDraft;
import fr.socle.directory.Change;
import fr.socle.directory.FirstSteps;
import fr.socle.directory.OrganisationDraft;
import fr.socle.directory.SessionCookie;
import fr.socle.directory.Sessions;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.access.SignedIn;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first organisation and the first operator, once, by the address printed at start. */
@Controller
class FirstStepsController {

    private static final OutcomePage CLOSED = new OutcomePage("directory.first.closed", 410);

    private final FirstSteps firstSteps;
    private final Sessions sessions;
    private final SessionCookie cookie;

    FirstStepsController(FirstSteps firstSteps, Sessions sessions, SessionCookie cookie) {
        this.firstSteps = firstSteps;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Public
    @GetMapping("/premiers-pas")
    Page ask(@RequestParam(defaultValue = "") String code) {
        return firstSteps.opens(code) ? new FirstStepsPage(Form.blank(), code, 200) : CLOSED;
    }

    @Public
    @PostMapping("/premiers-pas")
    Object take(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(parameters);
        var code = form.typed("code");
        if (!firstSteps.opens(code)) {
            return CLOSED;
        }
        var organisation = OrganisationDraft.read(form);
        var operator = operator(form, parameters);
        if (organisation.isEmpty() || operator == null || !form.ok()) {
            return new FirstStepsPage(form, code, 422);
        }
        return switch (firstSteps.take(code, organisation.get(), operator)) {
            case Change.Done<Agent>(var agent) -> {
                sessions.openAnywhere(agent.id())
                        .ifPresent(it -> cookie.put(request, response, it));
                yield Desk.seeOther("/premiers-pas/suite");
            }
            case Change.Refused<Agent>(var field, var why) -> {
                form.reject(field, why);
                yield new FirstStepsPage(form, code, 422);
            }
            case Change.Stale<Agent> _, Change.Unknown<Agent> _ -> CLOSED;
        };
    }

    /** How the operator will come back. */
    @SignedIn
    @GetMapping("/premiers-pas/suite")
    Page next() {
        return new NextStepsPage();
    }

    /** The operator's fields stand beside the organisation's and have names of their own. */
    private static @org.jspecify.annotations.Nullable AgentDraft operator(
            Form form, MultiValueMap<String, String> parameters) {
        var own = new LinkedMultiValueMap<String, String>();
        own.put("name", parameters.getOrDefault("operator", java.util.List.of()));
        own.put("email", parameters.getOrDefault("email", java.util.List.of()));
        var inner = Form.of(own);
        var draft = AgentDraft.read(inner);
        inner.errors()
                .forEach(
                        it ->
                                form.reject(
                                        it.field().equals("name") ? "operator" : it.field(),
                                        it.refusal()));
        return draft.orElse(null);
    }
}
