package fr.socle.ui;

import fr.socle.ui.api.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code application/problem+json} (RFC 9457): {@code type}, {@code title}, {@code status},
 * {@code detail}, and ours: {@code code} (a message key, stable), {@code reference} (also in the
 * log) and {@code errors}, each with {@code pointer}, {@code code} and {@code detail}.
 */
@Component
class ProblemWriter {

    private final JsonMapper json;
    private final Dictionary dictionary;

    ProblemWriter(JsonMapper json, Dictionary dictionary) {
        this.json = json;
        this.dictionary = dictionary;
    }

    void write(
            Failure failure,
            String reference,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var words = words(request);
        var body = json.writeValueAsBytes(problem(failure, reference, words));
        response.setStatus(failure.status());
        response.setContentType("application/problem+json");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, words.language());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Map<String, Object> problem(Failure failure, String reference, Words words) {
        var problem = new LinkedHashMap<String, Object>();
        var code = failure.reason() == null ? failure.fault().code() : failure.reason().key();
        problem.put("type", "about:blank");
        problem.put("title", words.of(failure.fault().problem()));
        problem.put("status", failure.status());
        problem.put("detail", detail(failure, words));
        problem.put("code", code);
        problem.put("reference", reference);
        if (!failure.details().isEmpty()) {
            problem.put("errors", failure.details().stream().map(it -> error(it, words)).toList());
        }
        return problem;
    }

    private static String detail(Failure failure, Words words) {
        var reason = failure.reason();
        return reason == null || reason.key().equals(failure.fault().code())
                ? words.of(failure.fault().problem() + ".what")
                : words.of(reason);
    }

    private static Map<String, String> error(ApiProblem.Detail detail, Words words) {
        var error = new LinkedHashMap<String, String>();
        error.put("pointer", detail.pointer());
        error.put("code", detail.refusal().key());
        error.put("detail", words.of(detail.refusal()));
        return error;
    }

    /** The first language of {@code Accept-Language} that we speak; French when there is none. */
    private Words words(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return dictionary.french();
        }
        var wished = request.getLocales();
        while (wished.hasMoreElements()) {
            Locale locale = wished.nextElement();
            if (dictionary.speaks(locale.getLanguage())) {
                return dictionary.in(locale.getLanguage());
            }
        }
        return dictionary.french();
    }
}
