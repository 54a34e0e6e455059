package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.edition.LiveBoard;
import fr.socle.avis.observatoire.indicator.Indicator;
import fr.socle.avis.observatoire.indicator.Value;
import fr.socle.avis.observatoire.listing.Listings;
import fr.socle.ui.access.Public;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

/**
 * The card that other sites show: a picture, so that nothing of theirs runs here and nothing of
 * ours there. Always in French, which is what the sites of administrations speak.
 */
@Controller
@Public
class CardController {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int LONGEST = 36;

    private final Listings listings;
    private final LiveBoard live;

    CardController(Listings listings, LiveBoard live) {
        this.listings = listings;
        this.live = live;
    }

    @GetMapping("/observatoire/{id}/carte.svg")
    ResponseEntity<String> card(@PathVariable String id) {
        var line =
                OneController.read(id)
                        .flatMap(listings::find)
                        .map(live::line)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var satisfaction = line.value(Indicator.SATISFACTION);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'none'")
                .body(svg(line.demarche().facts().name(), satisfaction, line.opinions()));
    }

    private static String svg(String name, Value satisfaction, long opinions) {
        var mark =
                switch (satisfaction) {
                    case Value.Measured(var number, _) ->
                            number.toPlainString().replace('.', ',') + " / 10";
                    case Value.Said(var word, _) -> word;
                    case Value.Missing(var why) -> why.word();
                };
        var size = satisfaction instanceof Value.Measured ? 34 : 17;
        var title = "Satisfaction des usagers : " + mark;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="320" height="132" viewBox="0 0 320 132" role="img" \
                aria-labelledby="t" font-family="system-ui, sans-serif">
                <title id="t">%s. %s</title>
                <rect x="1" y="1" width="318" height="130" rx="12" fill="#ffffff" stroke="#e3dccf" stroke-width="2"/>
                <rect x="1" y="14" width="6" height="104" rx="3" fill="%s"/>
                <text x="22" y="34" font-size="15" font-weight="600" fill="#1b2230">%s</text>
                <text x="22" y="78" font-size="%d" font-weight="700" fill="#1b2230">%s</text>
                <text x="22" y="100" font-size="12" fill="#566072">Satisfaction · %d avis en trois mois</text>
                <text x="22" y="119" font-size="12" fill="#566072">Observatoire de la qualité des services</text>
                </svg>
                """
                .formatted(
                        escaped(name),
                        escaped(title),
                        color(satisfaction),
                        escaped(shortened(name)),
                        size,
                        escaped(mark),
                        opinions);
    }

    private static String color(Value value) {
        return switch (value.level()) {
            case GOAL -> "#0b5d4d";
            case INSUFFICIENT -> "#c77700";
            case CRITICAL -> "#a3203a";
            case NEUTRAL -> "#8b8577";
        };
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
