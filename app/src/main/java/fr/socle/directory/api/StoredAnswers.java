package fr.socle.directory.api;

import fr.socle.directory.Secrets;
import fr.socle.directory.store.IdempotencyStore;
import fr.socle.directory.web.Desk;
import fr.socle.house.Keyring;
import fr.socle.kernel.Refusal;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what POST requests were answered. Sealed, because one of the answers tells a secret. */
@Component
class StoredAnswers implements Idempotency {

    private static final String SEAL = "directory.idempotency";
    private static final int KEY_MAX = 200;
    private static final Duration KEPT = Duration.ofDays(1);

    private final IdempotencyStore store;
    private final Keyring keyring;
    private final JsonMapper json;
    private final Clock clock;

    StoredAnswers(IdempotencyStore store, Keyring keyring, JsonMapper json, Clock clock) {
        this.store = store;
        this.keyring = keyring;
        this.json = json;
        this.clock = clock;
    }

    /** What was answered, as it is kept. */
    record Kept(
            int status,
            String location,
            @Nullable String etag,
            @Nullable Map<String, Object> body) {}

    @Override
    @Transactional
    public ResponseEntity<?> once(
            HttpServletRequest request,
            Map<String, Object> body,
            Supplier<ResponseEntity<?>> work) {
        var key = request.getHeader(HEADER);
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > KEY_MAX) {
            throw ApiProblem.of(400, Refusal.of("directory.api.key-length"));
        }
        var caller = Desk.visitor(request).agent();
        var asked = digest(request, body);
        if (!store.take(caller, key, asked, clock.instant())) {
            return again(caller, key, asked);
        }
        var answer = work.get();
        store.answered(caller, key, keyring.seal(SEAL, json.writeValueAsBytes(kept(answer))));
        return answer;
    }

    private ResponseEntity<?> again(UUID caller, String key, byte[] asked) {
        var before = store.before(caller, key);
        var answer = before.answer();
        if (!before.asked(asked) || answer == null) {
            throw ApiProblem.of(422, Refusal.of("directory.api.key-reused"));
        }
        var kept = json.readValue(keyring.open(SEAL, answer), Kept.class);
        var response = ResponseEntity.status(HttpStatusCode.valueOf(kept.status()));
        if (!kept.location().isEmpty()) {
            response.location(URI.create(kept.location()));
        }
        if (kept.etag() != null) {
            response.eTag(kept.etag());
        }
        return response.body(kept.body());
    }

    @SuppressWarnings("unchecked") // because every answer of this API is an object
    private Kept kept(ResponseEntity<?> answer) {
        var location = answer.getHeaders().getLocation();
        return new Kept(
                answer.getStatusCode().value(),
                location == null ? "" : location.toString(),
                answer.getHeaders().getETag(),
                json.convertValue(answer.getBody(), Map.class));
    }

    private byte[] digest(HttpServletRequest request, Map<String, Object> body) {
        return Secrets.hash(
                request.getMethod()
                        + " "
                        + request.getRequestURI()
                        + "\n"
                        + json.writeValueAsString(body));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void purge() {
        store.purge(clock.instant().minus(KEPT));
    }
}
