package fr.socle.exchange.api;

import fr.socle.exchange.Answer;
import fr.socle.exchange.Case;
import fr.socle.exchange.Gateway;
import fr.socle.exchange.Question;
import fr.socle.exchange.Requester;
import fr.socle.exchange.access.Consumer;
import fr.socle.exchange.access.Turnstile;
import fr.socle.exchange.access.Turnstile.Passage;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.delivery.Deliveries;
import fr.socle.exchange.provider.Providers;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The addresses of API Particulier and API Entreprise. One data set answers at each; which one, and
 * what of it, rows say.
 */
@RestController
@Public
class ContractController {

    /** Where a consumer of API Particulier writes the number of its case. */
    static final String CASE = "X-Socle-Dossier";

    private static final Logger LOG = LoggerFactory.getLogger(ContractController.class);

    private final Providers providers;
    private final Doorkeeper doorkeeper;
    private final Turnstile turnstile;
    private final Askers askers;
    private final Gateway gateway;

    ContractController(
            Providers providers,
            Doorkeeper doorkeeper,
            Turnstile turnstile,
            Askers askers,
            Gateway gateway) {
        this.providers = providers;
        this.doorkeeper = doorkeeper;
        this.turnstile = turnstile;
        this.askers = askers;
        this.gateway = gateway;
    }

    @GetMapping({"/v3/**", "/v4/**", "/v5/**", "/v6/**", "/v7/**", "/v8/**", "/v9/**"})
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        var reply = new Reply(doorkeeper.json());
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

    private ResponseEntity<byte[]> letIn(HttpServletRequest request, Route route, Reply reply) {
        return switch (doorkeeper.who(request)) {
            case Doorkeeper.Who.Stranger(var error) -> reply.refused(error);
            case Doorkeeper.Who.Known(var consumer) -> turn(request, route, consumer, reply);
        };
    }

    private ResponseEntity<byte[]> turn(
            HttpServletRequest request, Route route, Consumer consumer, Reply reply) {
        var call = request.getRequestURI() + "?" + request.getQueryString();
        var passage =
                turnstile.pass(
                        consumer, route.set(), call, () -> read(request, route, consumer, reply));
        reply.quota(passage.quota());
        return switch (passage) {
            case Passage.Passed<ResponseEntity<byte[]>>(var answer, _) -> reply.withHeaders(answer);
            case Passage.TooOften<ResponseEntity<byte[]>>(_, var retryIn) ->
                    reply.refused(Fault.TOO_OFTEN.error.retryIn(retryIn));
            case Passage.UnderWay<ResponseEntity<byte[]>> _ -> reply.refused(Fault.UNDER_WAY.error);
        };
    }

    private ResponseEntity<byte[]> read(
            HttpServletRequest request, Route route, Consumer consumer, Reply reply) {
        return switch (Call.read(request, route)) {
            case Call.Outcome.Wrong(var errors) -> reply.refused(errors);
            case Call.Outcome.Read read -> {
                var handed = gateway.handOver(question(route.set(), consumer, read));
                Deliveries.follow(request, handed);
                yield answer(handed.answer(), route.set(), reply);
            }
        };
    }

    private Question question(DataSet set, Consumer consumer, Call.Outcome.Read read) {
        return new Question(
                consumer.habilitation(),
                set.code(),
                Question.ALL_GRANTED,
                new Requester.Automate(consumer.id().toString(), consumer.organisation()),
                new Question.Subject(read.civil().flatMap(askers::personOf), read.by()),
                onCase(read.reason()),
                Optional.of(read.recipient()));
    }

    /**
     * A number of a case is one, even when nobody knows it; any other text is a declared motive.
     */
    private Case onCase(String reason) {
        return askers.caseOf(reason)
                .<Case>map(Case.Verifie::new)
                .orElseGet(() -> new Case.Declare(reason));
    }

    private static ResponseEntity<byte[]> answer(Answer answer, DataSet set, Reply reply) {
        var source = set.source();
        return switch (answer) {
            case Answer.Released(var document, _, _, var reference) ->
                    reply.released(document.json(), reference);
            case Answer.Refused(var reasons) -> reply.refused(List.of(Fault.of(reasons)));
            case Answer.NotFound(_, var several) ->
                    reply.refused(ProviderFault.notFound(source, several));
            case Answer.Unavailable(_, var failure, var retryIn) ->
                    reply.refused(ProviderFault.of(failure, source, retryIn.toSeconds()));
        };
    }
}
