package fr.socle.identity.partner.api;

import fr.socle.directory.Change;
import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.Wish;
import fr.socle.identity.partner.api.ClientViews.ClientView;
import fr.socle.identity.partner.web.PartnerDesk;
import fr.socle.kernel.Refusal;
import fr.socle.ui.api.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What the calls of this API have in common. */
final class Api {

    static final String BASE = "/api/identity/v1/clients";

    private Api() {}

    /**
     * What the caller does on the version that it names in {@code If-Match}.
     *
     * @throws ApiProblem 428 when it is missing, 412 when no answer of ours had it
     */
    static Wish wish(HttpServletRequest request, ConnectedService service) {
        var header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw ApiProblem.of(428, Refusal.of("identity.partner.api.version-missing"));
        }
        var digits = header.strip().replaceAll("^\"|\"$", "");
        if (!digits.matches("[0-9]{1,18}")) {
            throw stale();
        }
        return new Wish(PartnerDesk.actor(request), service.id(), Long.parseLong(digits));
    }

    /** The value of an act that was done; every other outcome is a problem. */
    static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T>(var value) -> value;
            case Change.Stale<T> _ -> throw stale();
            case Change.Unknown<T> _ -> throw unknown();
            case Change.Refused<T>(var field, var why) ->
                    throw ApiProblem.invalid("/" + field, why);
        };
    }

    static ApiProblem stale() {
        return ApiProblem.of(412, Refusal.of("identity.partner.api.version-stale"));
    }

    static ApiProblem unknown() {
        return ApiProblem.of(404, Refusal.of("identity.partner.api.unknown"));
    }

    static ResponseEntity<ClientView> versioned(ConnectedService it, @Nullable String secret) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(tag(it))
                .body(ClientView.of(it, secret));
    }

    static String tag(ConnectedService it) {
        return "\"" + it.version() + "\"";
    }
}
