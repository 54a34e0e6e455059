package fr.socle.directory.web;

import fr.socle.directory.Change;
import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Logo;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.Organisations;
import fr.socle.kernel.Parsed;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The logos of organisations: seen by everyone, set by those who manage the organisation. */
@Controller
class LogoController {

    private final Organisations organisations;
    private final Desk desk;

    LogoController(Organisations organisations, Desk desk) {
        this.organisations = organisations;
        this.desk = desk;
    }

    /**
     * The type is the one that the bytes told; the policy keeps even a browser that guesses safe.
     */
    @Public
    @GetMapping("/organisations/{id}/logo")
    ResponseEntity<byte[]> show(@PathVariable String id) {
        var logo = OrganisationId.of(id).flatMap(organisations::logo).orElseThrow(Desk::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(logo.type()))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Content-Disposition", "inline")
                .body(logo.content());
    }

    @Requires(DirectoryRights.MANAGE_CODE)
    @GetMapping("/administration/organisations/{id}/logo")
    Page ask(@PathVariable String id, HttpServletRequest request) {
        return new LogoPage(desk.managed(request, id), Form.blank(), false);
    }

    /** The version stands in the address, because the body is streamed. */
    @Requires(DirectoryRights.MANAGE_CODE)
    @PostMapping("/administration/organisations/{id}/logo")
    Object set(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request)
            throws IOException {
        var organisation = desk.managed(request, id);
        var version = Desk.version(Form.of(query));
        return switch (UploadedLogo.read(request)) {
            case Parsed.Valid<Logo>(var logo) -> change(organisation, logo, version, request);
            case Parsed.Invalid<Logo>(var refusal) -> {
                var form = Form.blank();
                form.reject("logo", refusal);
                yield new LogoPage(organisation, form, false);
            }
        };
    }

    @Requires(DirectoryRights.MANAGE_CODE)
    @PostMapping("/administration/organisations/{id}/logo/retrait")
    Object remove(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        return change(organisation, null, Desk.version(Form.of(parameters)), request);
    }

    private Object change(
            Organisation organisation,
            @Nullable Logo logo,
            long version,
            HttpServletRequest request) {
        return switch (organisations.setLogo(
                Desk.actor(request), organisation.id(), logo, version)) {
            case Change.Done<Organisation>(var now) ->
                    Desk.seeOther("/administration/organisations/" + now.id() + "?fait=logo");
            case Change.Stale<Organisation>(var present) ->
                    new LogoPage(present, Form.blank(), true);
            case Change.Refused<Organisation> _, Change.Unknown<Organisation> _ ->
                    throw Desk.notFound();
        };
    }
}
