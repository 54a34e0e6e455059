package fr.socle.ui.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * Lets a caller repeat a POST whose answer it lost: for a day, the same {@code Idempotency-Key} and
 * body get the same answer. The block that knows the callers provides it.
 *
 * <pre>{@code
 * return idempotency.once(request, body, () -> create(body));
 * }</pre>
 *
 * <p>What may be erased in the meantime has no place in a kept answer: read it after this.
 */
public interface Idempotency {

    /** The header in which the caller gives its key, of 1 to 200 characters. */
    String HEADER = "Idempotency-Key";

    /**
     * Runs the request, or answers as before. The key and what the request does are one
     * transaction; nothing is kept of a refused one.
     *
     * @param work answers with an object, or with no body
     * @throws ApiProblem 400 for a key that is none, 422 for one that served another request
     */
    ResponseEntity<?> once(
            HttpServletRequest request, Map<String, Object> body, Supplier<ResponseEntity<?>> work);
}
