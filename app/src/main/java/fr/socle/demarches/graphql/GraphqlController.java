package fr.socle.demarches.graphql;

import fr.socle.demarches.graphql.GraphqlCall.Read;
import fr.socle.demarches.graphql.read.Accesses;
import fr.socle.demarches.graphql.read.Library;
import fr.socle.demarches.graphql.read.Reading;
import fr.socle.demarches.graphql.token.Jeton;
import fr.socle.demarches.graphql.token.Jetons;
import fr.socle.demarches.graphql.token.Jetons.Entrance;
import fr.socle.house.TooManyTries;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The address of the GraphQL API. Open at the door, because a token decides what a call may see,
 * and some of it is public.
 */
@RestController
class GraphqlController {

    static final String PATH = "/api/v2/graphql";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GraphqlEngine engine;
    private final Jetons jetons;
    private final Library library;
    private final Accesses accesses;

    GraphqlController(GraphqlEngine engine, Jetons jetons, Library library, Accesses accesses) {
        this.engine = engine;
        this.jetons = jetons;
        this.library = library;
        this.accesses = accesses;
    }

    @Public
    @PostMapping(PATH)
    ResponseEntity<String> call(HttpServletRequest request) throws IOException {
        return switch (entrance(request)) {
            case Entrance.Refused _ ->
                    refused(
                            401,
                            "This token is unknown, expired, revoked or not for this network",
                            "unauthorized");
            case Entrance.TooOften(var limit) ->
                    refused(
                            429,
                            "More than " + limit + " calls in one minute",
                            "too_many_requests");
            case Entrance.Nobody _ -> answer(request, Optional.empty());
            case Entrance.Known(var jeton) -> answer(request, Optional.of(jeton));
        };
    }

    private Entrance entrance(HttpServletRequest request) {
        try {
            return jetons.enter(request);
        } catch (TooManyTries guesses) {
            return new Entrance.TooOften(Jetons.PER_MINUTE);
        }
    }

    private ResponseEntity<String> answer(HttpServletRequest request, Optional<Jeton> jeton)
            throws IOException {
        return switch (GraphqlCall.read(request.getInputStream())) {
            case Read.Bad(var status, var fault) -> answer(status, null, List.of(fault));
            case Read.Good(var call) ->
                    jeton.isEmpty() && !call.stored()
                            ? refused(
                                    403,
                                    "Without a token, only stored queries are answered",
                                    "forbidden")
                            : executed(call, new Reading(library, jeton));
        };
    }

    /** What was read of dossiers is durable in the journal before the first byte leaves. */
    private ResponseEntity<String> executed(GraphqlCall call, Reading reading) {
        var result = engine.execute(call, reading);
        if (!reading.opened().isEmpty()) {
            accesses.read(reading.jeton().orElseThrow(), reading.opened());
        }
        var faults = Errors.of(result.getErrors());
        boolean unreadable = faults.stream().anyMatch(it -> it.code().equals(Errors.UNREADABLE));
        return answer(unreadable ? 400 : 200, result.getData(), faults);
    }

    private static ResponseEntity<String> refused(int status, String message, String code) {
        return answer(status, null, List.of(GraphqlFault.of(message, code)));
    }

    private static ResponseEntity<String> answer(
            int status, @Nullable Object data, List<GraphqlFault> faults) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        if (!faults.isEmpty()) {
            body.put("errors", faults.stream().map(GraphqlFault::toSpecification).toList());
        }
        body.put("data", data);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(JSON.writeValueAsString(body));
    }
}
