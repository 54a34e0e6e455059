package fr.socle.identity.web;

import fr.socle.identity.federation.Fault;
import fr.socle.identity.web.ErrorCodesPage.Line;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where people and developers read what a code means ({@link ErrorUris}). */
@Controller
@Public
class ErrorCodesController {

    private static final String REFERENCE = "[0-9A-Za-z-]{1,40}";

    /** OAuth's words for which FranceConnect has no number. */
    private static final List<String> WORDS =
            List.of(
                    "invalid_request",
                    "invalid_grant",
                    "invalid_scope",
                    "invalid_token",
                    "unauthorized_client",
                    "unsupported_grant_type",
                    "server_error",
                    OAuthAnswers.LATER);

    private static List<Line> all() {
        return Stream.concat(
                        Arrays.stream(Fault.values())
                                .sorted(Comparator.comparing(Fault::code))
                                .map(it -> new Line(it.code(), it.error())),
                        WORDS.stream().map(it -> new Line(it, it)))
                .toList();
    }

    @GetMapping(ErrorUris.PAGE)
    Page list() {
        return new ErrorCodesPage(all());
    }

    @GetMapping(ErrorUris.PAGE + "/{code}")
    Page explain(
            @PathVariable String code,
            @RequestParam(name = ErrorUris.REFERENCE, defaultValue = "") String reference) {
        return all().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .map(it -> new ErrorCodePage(it, reference.matches(REFERENCE) ? reference : ""))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
