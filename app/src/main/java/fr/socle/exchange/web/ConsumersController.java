package fr.socle.exchange.web;

import fr.socle.directory.Actor;
import fr.socle.exchange.ExchangeRights;
import fr.socle.exchange.access.Consumer;
import fr.socle.exchange.access.ConsumerForm;
import fr.socle.exchange.access.Consumers;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** The tokens of programs that ask for data, for whoever operates the exchange. */
@Controller
@Requires(ExchangeRights.OPERATE_CODE)
@RequestMapping(ConsumersController.LIST)
class ConsumersController {

    static final String LIST = "/administration/echanges-jetons";

    private final Consumers consumers;
    private final ConsumerForm forms;
    private final Clock clock;

    ConsumersController(Consumers consumers, ConsumerForm forms, Clock clock) {
        this.consumers = consumers;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    Page list() {
        return new ConsumersPage(consumers.latest(), clock.instant());
    }

    @GetMapping("/nouveau")
    Page blank() {
        return new ConsumerFormPage(Form.blank());
    }

    /** The token is told by this answer alone: no redirect could carry it. */
    @PostMapping("/nouveau")
    Page issue(@RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var form = Form.of(parameters);
        var draft = forms.read(form).orElse(null);
        return draft == null
                ? new ConsumerFormPage(form)
                : new ConsumerIssuedPage(consumers.issue(actor(request), draft));
    }

    @GetMapping("/{id}/reseaux")
    Page networks(@PathVariable String id) {
        var consumer = active(id);
        var present =
                consumer.networks().stream().map(Object::toString).collect(Collectors.joining(" "));
        return new ConsumerNetworksPage(consumer, Form.blank(Map.of("reseaux", present)));
    }

    @PostMapping("/{id}/reseaux")
    Object tie(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var consumer = active(id);
        var form = Form.of(parameters);
        var networks = forms.networks(form).orElse(null);
        if (networks == null) {
            return new ConsumerNetworksPage(consumer, form);
        }
        if (!consumers.tie(actor(request), consumer.id(), networks)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(LIST)).build();
    }

    private Consumer active(String id) {
        return consumers
                .find(number(id))
                .filter(it -> it.revokedAt() == null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/{id}/revocation")
    ResponseEntity<Void> revoke(@PathVariable String id, HttpServletRequest request) {
        var known = consumers.find(number(id));
        if (known.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        consumers.revoke(actor(request), known.get().id());
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(LIST)).build();
    }

    private static UUID number(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static Actor actor(HttpServletRequest request) {
        return switch (Visitors.of(request)) {
            case Visitor.Agent agent -> Actor.of(agent);
            case Visitor.Anonymous _, Visitor.Usager _ -> throw new SignInNeeded();
        };
    }
}
