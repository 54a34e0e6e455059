package fr.socle.ui;

import fr.socle.kernel.Refusal;
import fr.socle.ui.api.ApiProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;

/**
 * A request that went wrong, as it is told.
 *
 * @param status of the answer; the fault's own, unless the framework chose a rarer one
 * @param reason more precise than the fault, or null
 * @param details the members of a body that are wrong
 * @param headers that the answer must carry: {@code Retry-After}, {@code Allow}…
 */
record Failure(
        Fault fault,
        int status,
        @Nullable Refusal reason,
        List<ApiProblem.Detail> details,
        Map<String, String> headers) {

    static final int RETRY_SECONDS = 30;

    static Failure of(Fault fault) {
        return of(fault, fault.status());
    }

    static Failure of(Fault fault, int status) {
        return new Failure(fault, status, null, List.of(), headersOf(fault));
    }

    static Failure of(ApiProblem problem) {
        return new Failure(
                Fault.of(problem.status()),
                problem.status(),
                problem.refusal(),
                problem.details(),
                headersOf(Fault.of(problem.status())));
    }

    /** A body that is no JSON: the pointer says how far it could be read. */
    static Failure of(HttpMessageNotReadableException unread) {
        var told = of(Fault.BAD_REQUEST);
        return unread.getCause() instanceof StreamReadException broken
                        && broken.processor() instanceof JsonParser parser
                ? new Failure(
                        told.fault(),
                        told.status(),
                        null,
                        List.of(brokenAt(parser)),
                        told.headers())
                : told;
    }

    private static ApiProblem.Detail brokenAt(JsonParser parser) {
        return new ApiProblem.Detail(
                parser.streamReadContext().pathAsPointer().toString(),
                Refusal.of("ui.json.malformed"));
    }

    private static Map<String, String> headersOf(Fault fault) {
        return switch (fault) {
            case UNAVAILABLE -> Map.of("Retry-After", Integer.toString(RETRY_SECONDS));
            case SIGN_IN_NEEDED -> Map.of("WWW-Authenticate", "Bearer");
            case BAD_REQUEST,
                    NOT_ALLOWED,
                    FORGED,
                    NOT_FOUND,
                    WRONG_METHOD,
                    NOT_ACCEPTABLE,
                    CONFLICT,
                    GONE,
                    STALE,
                    TOO_LARGE,
                    ADDRESS_TOO_LONG,
                    WRONG_TYPE,
                    INVALID,
                    VERSION_NEEDED,
                    TOO_MANY,
                    UNKNOWN_METHOD,
                    UNEXPECTED ->
                    Map.of();
        };
    }
}
