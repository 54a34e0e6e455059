package fr.socle.ui.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * Lets a caller repeat a POST whose answer it lost: for a day, the same {@code Idempotency-Key} and
 * body get the same answer. The block that knows the callers keeps the answers.
 *
 * <p>What may be erased in the meantime has no place in a kept answer: read it after this.
 */
public interface Idempotency {

    String HEADER = "Idempotency-Key";

    /**
     * Runs the request, or answers as before; the key and what the request did are one transaction.
     * Nothing is kept of a refused request, nor of one without the header.
     *
     * @param work its answer's body is an object
     * @throws ApiProblem 400 for a key that is blank or too long, 422 for one that came with
     *     another request
     */
    ResponseEntity<?> once(
            HttpServletRequest request, Map<String, Object> body, Supplier<ResponseEntity<?>> work);
}
