package fr.socle.identity.operator.api;

import fr.socle.identity.operator.Saved;
import fr.socle.identity.operator.web.Asked;
import fr.socle.kernel.Refusal;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.JsonBody;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What the calls of this API have in common. */
final class Api {

    static final String BASE = Asked.API;

    private Api() {}

    /**
     * The version on which the caller works, from {@code If-Match}.
     *
     * @throws ApiProblem 428 when it is missing, 412 when no answer of ours had it
     */
    static long version(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw ApiProblem.of(428, Refusal.of("identity.api.version-missing"));
        }
        var digits = header.strip().replaceAll("^\"|\"$", "");
        if (!digits.matches("[0-9]{1,18}")) {
            throw stale();
        }
        return Long.parseLong(digits);
    }

    static ApiProblem unknown() {
        return ApiProblem.of(404, Refusal.of("identity.api.unknown"));
    }

    private static ApiProblem stale() {
        return ApiProblem.of(412, Refusal.of("identity.api.version-stale"));
    }

    /** Goes on when the change was made; every other outcome is a problem. */
    static void demand(Saved saved) {
        switch (saved) {
            case Saved.Done _ -> {}
            case Saved.Stale _ -> throw stale();
            case Saved.Unknown _ -> throw unknown();
            case Saved.Refused(var field, var why) -> throw ApiProblem.invalid("/" + field, why);
        }
    }

    static void demand(Form form) {
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
    }

    /** The one member of a body that says yes or no. */
    static boolean flag(Map<String, Object> body, Class<? extends Record> shape, String member) {
        var form = JsonBody.form(body, shape);
        var flag = form.read(member, Reading::yesNo);
        demand(form);
        return flag.orElseThrow();
    }

    /** The one member of a body that is a text of at most 500 characters. */
    static String text(Map<String, Object> body, Class<? extends Record> shape, String member) {
        var form = JsonBody.form(body, shape);
        var text = form.required(member, 500);
        demand(form);
        return text;
    }

    static <V> ResponseEntity<V> created(String path, V view) {
        return ResponseEntity.created(URI.create(BASE + path)).body(view);
    }

    static <V> ResponseEntity<V> versioned(long version, V view) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(view);
    }
}
