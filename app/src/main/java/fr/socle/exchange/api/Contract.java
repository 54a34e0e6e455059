package fr.socle.exchange.api;

import fr.socle.exchange.Answer;
import fr.socle.exchange.Case;
import fr.socle.exchange.Gateway;
import fr.socle.exchange.Question;
import fr.socle.exchange.access.Turnstile;
import fr.socle.exchange.access.Turnstile.Passage;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.provider.Providers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The addresses of API Particulier and API Entreprise. One data set answers at each; which one, and
 * what of it, rows say.
 */
@Component
class Contract {

    /** Where a consumer of API Particulier writes the number of its case. */
    static final String CASE = "X-Socle-Dossier";

    /** Where a program gives the access token of the agent for whom it asks. */
    static final String AGENT = "X-Socle-Agent";

    private static final Logger LOG = LoggerFactory.getLogger(Contract.class);

    private final Providers providers;
    private final Callers callers;
    private final Turnstile turnstile;
    private final Askers askers;
    private final Gateway gateway;

    Contract(
            Providers providers,
            Callers callers,
            Turnstile turnstile,
            Askers askers,
            Gateway gateway) {
        this.providers = providers;
        this.callers = callers;
        this.turnstile = turnstile;
        this.askers = askers;
        this.gateway = gateway;
    }

    /** For one request. */
    Reply reply() {
        return new Reply(callers.doorkeeper().json());
    }

    ResponseEntity<Object> answer(HttpServletRequest request, Reply reply) {
        try {
            return route(request.getRequestURI())
                    .map(it -> letIn(request, it, reply))
                    .orElseGet(() -> reply.refused(Fault.NOT_SERVED.error));
        } catch (DataAccessException | TransactionException down) {
            LOG.error("a consumer was not answered", down);
            return reply.refused(Fault.HOUSE_DOWN.error.retryIn(30));
        }
    }

    private Optional<Route> route(String path) {
        return providers.each().stream().flatMap(it -> Route.of(it, path).stream()).findFirst();
    }

    private ResponseEntity<Object> letIn(HttpServletRequest request, Route route, Reply reply) {
        return switch (callers.of(request, route)) {
            case Callers.Outcome.Stopped(var error) -> reply.refused(error);
            case Callers.Outcome.Found(var caller) -> turn(request, route, caller, reply);
        };
    }

    private ResponseEntity<Object> turn(
            HttpServletRequest request, Route route, Caller caller, Reply reply) {
        var call = caller.apart() + request.getRequestURI() + "?" + request.getQueryString();
        var passage =
                turnstile.pass(
                        caller.on(), route.set(), call, () -> read(request, route, caller, reply));
        reply.quota(passage.quota());
        return switch (passage) {
            case Passage.Passed<ResponseEntity<Object>>(var answer, _) -> reply.withHeaders(answer);
            case Passage.TooOften<ResponseEntity<Object>>(_, var retryIn) ->
                    reply.refused(Fault.TOO_OFTEN.error.retryIn(retryIn));
            case Passage.UnderWay<ResponseEntity<Object>> _ -> reply.refused(Fault.UNDER_WAY.error);
        };
    }

    private ResponseEntity<Object> read(
            HttpServletRequest request, Route route, Caller caller, Reply reply) {
        var pace = new Pace();
        return switch (Call.read(request, route)) {
            case Call.Outcome.Wrong(var errors) -> reply.refused(errors);
            case Call.Outcome.Read read ->
                    switch (askers.question(route.set(), caller, read)) {
                        case Askers.Outcome.Stopped(var error) -> reply.refused(error);
                        case Askers.Outcome.Asked(var question) ->
                                answer(ask(question, pace, reply), route.set(), reply);
                    };
        };
    }

    /** Whoever may not ask learns from no clock whether the number of a case exists. */
    private Answer ask(Question question, Pace pace, Reply reply) {
        var handed = gateway.handOver(question);
        reply.carries(handed);
        var answer = handed.answer();
        if (answer instanceof Answer.Refused && question.onCase() instanceof Case.Verifie) {
            pace.even();
        }
        return answer;
    }

    private static ResponseEntity<Object> answer(Answer answer, DataSet set, Reply reply) {
        var source = set.source();
        return switch (answer) {
            case Answer.Released(var document, _, var since, var reference, var keptFor) ->
                    reply.released(document, reference, since, keptFor);
            case Answer.Refused(var reasons) -> reply.refused(Fault.of(reasons));
            case Answer.NotFound(_, var several) ->
                    reply.refused(ProviderFault.notFound(source, several));
            case Answer.Unavailable(_, var failure, var retryIn) ->
                    reply.refused(ProviderFault.of(failure, source, retryIn.toSeconds()));
        };
    }
}
