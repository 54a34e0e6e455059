package fr.socle.demarches.web.usager;

import fr.socle.demarches.builder.Revisions;
import fr.socle.demarches.prefill.Prefills;
import fr.socle.ui.access.Public;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The short address of a procedure's first page, which links from outside carry. */
@Controller
class CommencerController {

    private final Revisions revisions;

    CommencerController(Revisions revisions) {
        this.revisions = revisions;
    }

    /** Leads there with the answers that it proposes, and nothing else. */
    @Public
    @GetMapping("/commencer/{slug}")
    ResponseEntity<Void> lead(
            @PathVariable String slug, @RequestParam MultiValueMap<String, String> parameters) {
        var asked = revisions.latest(slug).orElseThrow(Counter::notFound);
        var query =
                parameters.entrySet().stream()
                        .filter(it -> carries(it.getKey()))
                        .flatMap(it -> it.getValue().stream().map(one -> pair(it.getKey(), one)))
                        .collect(Collectors.joining("&"));
        var to = "/mes-dossiers/commencer/" + asked.slug();
        return Counter.seeOther(query.isEmpty() ? to : to + "?" + query);
    }

    private static boolean carries(String name) {
        return name.startsWith(Proposals.PREFIX) || name.equals(Prefills.TOKEN);
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
