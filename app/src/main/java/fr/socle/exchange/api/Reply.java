package fr.socle.exchange.api;

import fr.socle.exchange.Document;
import fr.socle.exchange.Handover;
import fr.socle.exchange.access.Turnstile.Quota;
import fr.socle.exchange.flow.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Writes one answer with the headers of the contract. */
final class Reply {

    private final JsonMapper json;
    private final HttpHeaders headers = new HttpHeaders();
    private @Nullable Handover handover;

    Reply(JsonMapper json) {
        this.json = json;
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.set("X-Request-ID", UUID.randomUUID().toString());
        headers.setCacheControl("no-store");
        headers.set("X-Content-Type-Options", "nosniff");
    }

    /** The end of this exchange is the end of this answer. */
    void carries(Handover exchange) {
        handover = exchange;
    }

    /**
     * @param whole whether the network took the answer to its last byte
     */
    void ended(boolean whole) {
        if (handover != null) {
            handover.ended(whole);
        }
    }

    /** Whether, once it ended, the client is still to be told that the answer is not whole. */
    boolean cut() {
        return handover != null && handover.cut();
    }

    void quota(Quota quota) {
        headers.set("RateLimit-Limit", Integer.toString(quota.limit()));
        headers.set("RateLimit-Remaining", Integer.toString(quota.remaining()));
        headers.set("RateLimit-Reset", Long.toString(quota.reset()));
    }

    /**
     * @param reference of the entry in the journal, which the consumer keeps as a proof
     * @param source when the provider answered
     * @param keptFor how long what was kept goes on being given; null when the provider answered
     *     this very question
     */
    ResponseEntity<Object> released(
            Document document, String reference, Instant source, @Nullable Duration keptFor) {
        headers.set("X-Response-Cached", Boolean.toString(keptFor != null));
        headers.set(
                "X-Cache-Expires-in", keptFor == null ? "" : Long.toString(keptFor.toSeconds()));
        headers.set("X-Socle-Date-Source", source.toString());
        headers.set("X-Socle-Reference", reference);
        return ResponseEntity.ok()
                .headers(headers)
                .body(document.flow().<Object>map(Flow::stream).orElseGet(document::json));
    }

    ResponseEntity<Object> told(Map<String, Object> body) {
        return ResponseEntity.ok().headers(headers).body(json.writeValueAsBytes(body));
    }

    ResponseEntity<Object> refused(ApiError error) {
        return refused(List.of(error));
    }

    /** All of one status: the first one's. */
    ResponseEntity<Object> refused(List<ApiError> errors) {
        var first = errors.getFirst();
        if (first.retryIn() > 0) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(first.retryIn()));
        }
        if (first.status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return ResponseEntity.status(first.status())
                .headers(headers)
                .body(json.writeValueAsBytes(ApiError.body(errors)));
    }

    /** The same answer with all headers that are known by now. */
    ResponseEntity<Object> withHeaders(ResponseEntity<Object> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers)
                .body(answer.getBody());
    }
}
