package fr.socle.identity.partner.web;

import fr.socle.directory.Change;
import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.ConnectedServices.Issued;
import fr.socle.identity.partner.Credentials;
import fr.socle.identity.partner.PartnerRights;
import fr.socle.identity.partner.check.KeysCheck;
import fr.socle.identity.partner.check.KeysCheck.Read;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Secrets and keys of a service. */
@Controller
@Requires(PartnerRights.CONNECT_CODE)
@RequestMapping(PartnerDesk.PAGES + "/{id}")
class CredentialsController {

    static final String OVERLAP = "overlap";

    private final Credentials credentials;
    private final KeysCheck keys;
    private final PartnerDesk desk;
    private final Clock clock;

    CredentialsController(Credentials credentials, KeysCheck keys, PartnerDesk desk, Clock clock) {
        this.credentials = credentials;
        this.keys = keys;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/acces")
    Page show(@PathVariable String id, HttpServletRequest request) {
        return page(desk.own(request, id), Form.blank(Map.of(OVERLAP, "7")), null);
    }

    /** The secret is told by this answer alone: no redirect could carry it. */
    @PostMapping("/secret")
    Page renew(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var service = desk.own(request, id);
        var form = Form.of(parameters);
        var days =
                form.read(
                        OVERLAP,
                        Reading.among(Credentials.OVERLAPS.stream().map(String::valueOf).toList()));
        if (days.isEmpty()) {
            return page(service, form, null);
        }
        var overlap = Duration.ofDays(Integer.parseInt(days.get()));
        return switch (credentials.renew(PartnerDesk.wish(request, service, form), overlap)) {
            case Change.Done<Issued>(var issued) ->
                    new SecretPage(issued.service(), issued.secret(), false);
            case Change.Refused<Issued>(var field, var why) -> {
                form.reject(field, why);
                yield page(service, form, null);
            }
            case Change.Stale<Issued> _ -> throw new ResponseStatusException(HttpStatus.CONFLICT);
            case Change.Unknown<Issued> _ -> throw PartnerDesk.notFound();
        };
    }

    @PostMapping("/ancien-secret")
    Object dropPrevious(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var service = desk.own(request, id);
        var wish = PartnerDesk.wish(request, service, Form.of(parameters));
        return PartnerDesk.after(credentials.dropPrevious(wish), service, "ancien-secret");
    }

    /** Fetches the keys, with nothing of the database held meanwhile, and says what they are. */
    @PostMapping("/cles")
    Page readKeys(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var service = desk.own(request, id);
        var read = keys.read(service.client());
        if (!read.usable() || read.names().isEmpty()) {
            return page(service, Form.blank(Map.of(OVERLAP, "7")), read);
        }
        var wish = PartnerDesk.wish(request, service, Form.of(parameters));
        return switch (credentials.keysRead(wish, read.names())) {
            case Change.Done<ConnectedService>(var after) ->
                    page(after, Form.blank(Map.of(OVERLAP, "7")), read);
            case Change.Refused<ConnectedService> _, Change.Stale<ConnectedService> _ ->
                    throw new ResponseStatusException(HttpStatus.CONFLICT);
            case Change.Unknown<ConnectedService> _ -> throw PartnerDesk.notFound();
        };
    }

    private Page page(ConnectedService service, Form form, @Nullable Read read) {
        var until = service.previousUntil();
        var overlaps = until != null && until.isAfter(clock.instant());
        return new CredentialsPage(service, form, read, overlaps ? until : null);
    }
}
