package fr.socle.directory.api;

import static fr.socle.directory.api.Api.done;
import static fr.socle.directory.api.Api.versioned;

import fr.socle.directory.DirectoryRights;
import fr.socle.directory.Logo;
import fr.socle.directory.Organisation;
import fr.socle.directory.Organisations;
import fr.socle.directory.api.Views.OrganisationView;
import fr.socle.directory.web.Desk;
import fr.socle.kernel.Parsed;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Logos, for machines; anybody reads them at {@code /organisations/{id}/logo}. */
@RestController
@Requires(DirectoryRights.MANAGE_CODE)
@Tag(name = "Annuaire : organisations")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/organisations/{id}/logo")
class LogosApi {

    private final Organisations organisations;
    private final Desk desk;

    LogosApi(Organisations organisations, Desk desk) {
        this.organisations = organisations;
        this.desk = desk;
    }

    /** The body is the image; it is read one byte beyond the limit and no further. */
    @PutMapping(
            consumes = {
                MediaType.IMAGE_PNG_VALUE,
                MediaType.IMAGE_JPEG_VALUE,
                "image/webp",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @Operation(
            summary = "Remplace le logo d’une organisation",
            description =
                    "Le corps est l’image (PNG, JPEG ou WebP, 200 000 octets au plus). If-Match est obligatoire (428) et doit porter la version de l’organisation (412).")
    ResponseEntity<OrganisationView> replace(@PathVariable String id, HttpServletRequest request)
            throws IOException {
        var present = desk.managed(request, id);
        var version = Api.version(request);
        var sent = request.getInputStream().readNBytes(Logo.MAX_BYTES + 1);
        return switch (Logo.read(sent)) {
            case Parsed.Valid<Logo>(var logo) -> change(present, logo, version, request);
            case Parsed.Invalid<Logo>(var refusal) -> throw ApiProblem.invalid("", refusal);
        };
    }

    @DeleteMapping
    @Operation(
            summary = "Retire le logo d’une organisation",
            description =
                    "If-Match est obligatoire (428) et doit porter la version de l’organisation (412).")
    ResponseEntity<OrganisationView> remove(@PathVariable String id, HttpServletRequest request) {
        return change(desk.managed(request, id), null, Api.version(request), request);
    }

    private ResponseEntity<OrganisationView> change(
            Organisation present, @Nullable Logo logo, long version, HttpServletRequest request) {
        var it = done(organisations.setLogo(Desk.actor(request), present.id(), logo, version));
        return versioned(it.version(), OrganisationView.of(it));
    }
}
