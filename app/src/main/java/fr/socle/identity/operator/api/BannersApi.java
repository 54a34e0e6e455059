package fr.socle.identity.operator.api;

import fr.socle.identity.operator.Banner;
import fr.socle.identity.operator.Banners;
import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.api.Views.BannerBody;
import fr.socle.identity.operator.api.Views.BannerView;
import fr.socle.identity.operator.web.Asked;
import fr.socle.kernel.Ids;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.Idempotency;
import fr.socle.ui.api.JsonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is announced where people sign in, for machines. */
@RestController
@Requires(Operating.CODE)
@Tag(name = "Fédérations d’identité : annonces")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/banners")
class BannersApi {

    private final Banners banners;
    private final Idempotency idempotency;

    BannersApi(Banners banners, Idempotency idempotency) {
        this.banners = banners;
        this.idempotency = idempotency;
    }

    @GetMapping
    @Operation(summary = "Liste les annonces à venir, affichées et passées")
    List<BannerView> list() {
        return banners.all().stream().map(BannerView::of).toList();
    }

    @PostMapping
    @Operation(summary = "Publie une annonce, en français et en anglais, pour un temps donné")
    ResponseEntity<?> publish(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = BannerBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        return idempotency.once(
                request,
                body,
                () -> {
                    var form = JsonBody.form(body, BannerBody.class);
                    var banner = Banner.read(form).orElseThrow(() -> ApiProblem.of(form));
                    banners.publish(Asked.actor(request), banner);
                    return Api.created("/banners/" + banner.id(), BannerView.of(banner));
                });
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Retire une annonce")
    ResponseEntity<Void> remove(@PathVariable String id, HttpServletRequest request) {
        var banner = Ids.parse(id).orElseThrow(Api::unknown);
        Api.demand(banners.remove(Asked.actor(request), banner));
        return ResponseEntity.noContent().build();
    }
}
