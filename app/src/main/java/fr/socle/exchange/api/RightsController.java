package fr.socle.exchange.api;

import fr.socle.exchange.access.Consumer;
import fr.socle.exchange.access.Consumers;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a token may ask at this moment, as both contracts tell it. */
@RestController
@Public
class RightsController {

    private final Doorkeeper doorkeeper;
    private final Consumers consumers;

    RightsController(Doorkeeper doorkeeper, Consumers consumers) {
        this.doorkeeper = doorkeeper;
        this.consumers = consumers;
    }

    /** API Entreprise's. */
    @GetMapping("/privileges")
    ResponseEntity<Object> privileges(HttpServletRequest request) {
        return told(request, it -> Map.of("privileges", scopes(it)));
    }

    /** API Particulier's. */
    @GetMapping("/api/introspect")
    ResponseEntity<Object> introspect(HttpServletRequest request) {
        return told(
                request,
                it -> Map.of("_id", it.id().toString(), "name", it.label(), "scopes", scopes(it)));
    }

    private List<String> scopes(Consumer consumer) {
        return List.copyOf(consumers.scopes(consumer));
    }

    private ResponseEntity<Object> told(
            HttpServletRequest request, Function<Consumer, Map<String, Object>> rights) {
        var reply = new Reply(doorkeeper.json());
        return switch (doorkeeper.who(request)) {
            case Doorkeeper.Who.Stranger(var error) -> reply.refused(error);
            case Doorkeeper.Who.Known(var consumer) -> reply.told(rights.apply(consumer));
        };
    }
}
