package fr.socle.exchange.api;

import fr.socle.exchange.access.Consumer;
import fr.socle.exchange.access.Consumers;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a token may ask at this moment, as both contracts tell it; a software editor's, for the
 * recipient that the call names.
 */
@RestController
@Public
class RightsController {

    private final Callers callers;
    private final Consumers consumers;

    RightsController(Callers callers, Consumers consumers) {
        this.callers = callers;
        this.consumers = consumers;
    }

    /** API Entreprise's. */
    @GetMapping("/privileges")
    ResponseEntity<Object> privileges(HttpServletRequest request) {
        return told(request, (_, scopes) -> Map.of("privileges", scopes));
    }

    /** API Particulier's. */
    @GetMapping("/api/introspect")
    ResponseEntity<Object> introspect(HttpServletRequest request) {
        return told(
                request,
                (it, scopes) ->
                        Map.of("_id", it.id().toString(), "name", it.label(), "scopes", scopes));
    }

    /** How one of the contracts writes it. */
    private interface Telling {
        Map<String, Object> of(Consumer consumer, List<String> scopes);
    }

    private ResponseEntity<Object> told(HttpServletRequest request, Telling telling) {
        var reply = new Reply(callers.doorkeeper().json());
        return switch (callers.doorkeeper().who(request)) {
            case Doorkeeper.Who.Stranger(var error) -> reply.refused(error);
            case Doorkeeper.Who.Known(var consumer) -> told(request, consumer, telling, reply);
        };
    }

    private ResponseEntity<Object> told(
            HttpServletRequest request, Consumer consumer, Telling telling, Reply reply) {
        if (consumer.habilitation() == null && request.getParameter("recipient") == null) {
            return reply.told(telling.of(consumer, List.of()));
        }
        return switch (callers.program(consumer, request)) {
            case Callers.Outcome.Stopped(var error) -> reply.refused(error);
            case Callers.Outcome.Found(var caller) ->
                    reply.told(telling.of(consumer, List.copyOf(consumers.scopes(caller.on()))));
        };
    }
}
