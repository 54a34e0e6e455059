package fr.socle.demarches.prefill;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.PublishedRevision;
import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.graphql.read.TypedId;
import fr.socle.house.PublicAddress;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST} and {@code GET /api/public/v1/demarches/{number}/dossiers} of demarches-simplifiees:
 * a program sends answers, gets the address at which their usager begins, and asks later how far
 * the dossier is. Values that the form refuses are dropped, as there; errors are {@code {"error":
 * …}}.
 */
@RestController
class PrefillController {

    static final String PATTERN = "/api/public/v1/demarches/*/dossiers";
    private static final String PATH = "/api/public/v1/demarches/{number}/dossiers";

    /** Tokens in one question. */
    static final int MOST_TOKENS = 100;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final Prefills prefills;
    private final PrefillStore store;
    private final Revisions revisions;
    private final PublicAddress address;
    private final Allowance allowance;

    PrefillController(
            Prefills prefills,
            PrefillStore store,
            Revisions revisions,
            PublicAddress address,
            Allowance allowance) {
        this.prefills = prefills;
        this.store = store;
        this.revisions = revisions;
        this.address = address;
        this.allowance = allowance;
    }

    @Public
    @PostMapping(PATH)
    ResponseEntity<?> keep(@PathVariable String number, HttpServletRequest request)
            throws IOException {
        var wait = allowance.taken(request);
        if (wait.isPositive()) {
            return tooOften(wait.toSeconds() + 1);
        }
        if (!isJson(request.getContentType())) {
            return error(HttpStatus.BAD_REQUEST, "Content-Type should be json");
        }
        var asked = demarche(number).flatMap(revisions::latest).filter(PublishedRevision::open);
        if (asked.isEmpty()) {
            return notFound();
        }
        var bytes = request.getInputStream().readNBytes(Prefills.LONGEST + 1);
        if (bytes.length > Prefills.LONGEST) {
            return error(
                    HttpStatus.CONTENT_TOO_LARGE, "body is over " + Prefills.LONGEST + " bytes");
        }
        return read(bytes)
                .flatMap(it -> prefills.keep(asked.get(), it))
                .<ResponseEntity<?>>map(it -> answer(HttpStatus.CREATED, body(it)))
                .orElseGet(
                        () ->
                                error(
                                        HttpStatus.BAD_REQUEST,
                                        "body should be one JSON object, each member once"));
    }

    /**
     * @param tokens separated by commas, or each in a parameter of its own; those that are not this
     *     procedure's are left out
     */
    @Public
    @GetMapping(PATH)
    ResponseEntity<?> follow(
            @PathVariable String number,
            @RequestParam(name = Prefills.TOKEN, defaultValue = "") List<String> tokens,
            HttpServletRequest request) {
        var wait = allowance.taken(request);
        if (wait.isPositive()) {
            return tooOften(wait.toSeconds() + 1);
        }
        var demarche = demarche(number);
        if (demarche.isEmpty()) {
            return notFound();
        }
        var wanted =
                tokens.stream()
                        .flatMap(it -> Stream.of(it.split(",", MOST_TOKENS + 1)))
                        .filter(it -> !it.isBlank())
                        .distinct()
                        .toList();
        if (wanted.size() > MOST_TOKENS) {
            return error(HttpStatus.BAD_REQUEST, "prefill_token names more than " + MOST_TOKENS);
        }
        return answer(
                HttpStatus.OK,
                prefills.follow(demarche.get(), wanted).stream().map(this::body).toList());
    }

    private Optional<DemarcheId> demarche(String number) {
        return number.matches("[0-9]{1,9}")
                ? store.published(Integer.parseInt(number))
                : Optional.empty();
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(
                            MediaType.parseMediaType(type).removeQualityValue());
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private Map<String, Object> body(Prefills.Kept it) {
        return body(it.path(), "prefilled", it.serial(), it.token());
    }

    private Map<String, @Nullable Object> body(Prefills.Followed it) {
        var state = it.begun().map(Prefills.Begun::state).orElse("prefilled");
        var body =
                new LinkedHashMap<String, @Nullable Object>(
                        body(it.path(), state, it.serial(), it.token()));
        body.put("submitted_at", said(it.begun().map(Prefills.Begun::depositedAt)));
        body.put("processed_at", said(it.begun().map(Prefills.Begun::decidedAt)));
        return body;
    }

    private Map<String, Object> body(String path, String state, int serial, String token) {
        var body = new LinkedHashMap<String, Object>();
        body.put("dossier_url", address.of(path));
        body.put("state", state);
        body.put("dossier_id", TypedId.of("Dossier", serial));
        body.put("dossier_number", serial);
        body.put("dossier_prefill_token", token);
        return body;
    }

    private static @Nullable String said(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }

    private static ResponseEntity<?> notFound() {
        return error(HttpStatus.NOT_FOUND, "procedure is not found");
    }

    private static ResponseEntity<?> tooOften(long seconds) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        Map.of(
                                "error",
                                "more than "
                                        + Allowance.CALLS
                                        + " calls in "
                                        + Allowance.WITHIN.toSeconds()
                                        + " seconds"));
    }

    private static ResponseEntity<?> error(HttpStatus status, String message) {
        return answer(status, Map.of("error", message));
    }

    /** A token stands in it, which nothing on the way is to keep. */
    private static ResponseEntity<?> answer(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
