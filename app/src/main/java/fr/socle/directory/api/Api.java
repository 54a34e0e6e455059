package fr.socle.directory.api;

import fr.socle.directory.Change;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Listing;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Lines;
import fr.socle.ui.api.Wanted;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What the calls of this API have in common. */
final class Api {

    static final String BASE = "/api/directory/v1";

    private Api() {}

    static <T, V> Lines<V> lines(Wanted wanted, Listing<T> listing, Function<T, V> view) {
        return wanted.lines(listing.lines(), listing.total(), view);
    }

    /** {@code true}, {@code false}, or nothing for both. */
    static Optional<Boolean> active(Form query) {
        return query.readOptional(
                "active",
                text ->
                        switch (text) {
                            case "true" -> Parsed.valid(true);
                            case "false" -> Parsed.valid(false);
                            default -> Parsed.invalid("directory.api.active");
                        });
    }

    static void demand(Form form) {
        if (!form.ok()) {
            throw ApiProblem.of(form);
        }
    }

    /**
     * The version on which the caller works, from {@code If-Match}.
     *
     * @throws ApiProblem 428 when it is missing, 412 when no answer of ours had it
     */
    static long version(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw ApiProblem.of(428, Refusal.of("directory.api.version-missing"));
        }
        var digits = header.strip().replaceAll("^\"|\"$", "");
        if (!digits.matches("[0-9]{1,18}")) {
            throw stale();
        }
        return Long.parseLong(digits);
    }

    static ApiProblem stale() {
        return ApiProblem.of(412, Refusal.of("directory.api.version-stale"));
    }

    static ApiProblem unknown() {
        return ApiProblem.of(404, Refusal.of("directory.api.unknown"));
    }

    /** The value of a change that was done; every other outcome is a problem. */
    static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T>(var value) -> value;
            case Change.Stale<T> _ -> throw stale();
            case Change.Unknown<T> _ -> throw unknown();
            case Change.Refused<T>(var field, var why) ->
                    throw ApiProblem.invalid("/" + field, why);
        };
    }

    static <V> ResponseEntity<V> created(String path, long version, V view) {
        return ResponseEntity.created(URI.create(BASE + path)).eTag(tag(version)).body(view);
    }

    static <V> ResponseEntity<V> versioned(long version, V view) {
        return ResponseEntity.ok().eTag(tag(version)).body(view);
    }

    /** The annotation asks for the right somewhere; these calls need it everywhere. */
    static void administers(HttpServletRequest request) {
        if (!DirectoryRights.administers(Visitors.of(request))) {
            throw new NotAllowed(DirectoryRights.ADMINISTER_CODE + " everywhere");
        }
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
