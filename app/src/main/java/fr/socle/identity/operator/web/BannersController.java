package fr.socle.identity.operator.web;

import fr.socle.identity.operator.Banner;
import fr.socle.identity.operator.Banners;
import fr.socle.identity.operator.Operating;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is announced to everyone who is about to sign in. */
@Controller
@Requires(Operating.CODE)
@RequestMapping(Asked.HOME + "/annonces")
class BannersController {

    private static final String BANNERS = Asked.HOME + "/annonces";
    private static final Duration USUAL = Duration.ofHours(4);

    private final Banners banners;
    private final Clock clock;

    BannersController(Banners banners, Clock clock) {
        this.banners = banners;
        this.clock = clock;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String fait) {
        var now = clock.instant();
        var form =
                Form.blank(
                        Map.of(
                                "level", "info",
                                "from", Choices.typed(now),
                                "until", Choices.typed(now.plus(USUAL))));
        return page(form, Asked.done(fait));
    }

    @PostMapping
    Object publish(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var form = Form.of(typed);
        var banner = Banner.read(form);
        if (banner.isEmpty()) {
            return page(form, null);
        }
        banners.publish(Asked.actor(request), banner.get());
        return Asked.seeOther(BANNERS + "?fait=publie");
    }

    @PostMapping("/{id}/retrait")
    Object remove(@PathVariable UUID id, HttpServletRequest request) {
        return Asked.then(banners.remove(Asked.actor(request), id), BANNERS + "?fait=retire");
    }

    private Page page(Form form, @Nullable String done) {
        return new BannersPage(banners.all(), form, clock.instant(), done);
    }
}
