package fr.socle.ui;

import fr.socle.ui.access.Public;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What the law asks every site to say, while no portal says it in the words of its administration.
 */
@Controller
@Public
class LegalController {

    @GetMapping("/accessibilite")
    Page accessibility() {
        return LegalPage.of("ui.legal.accessibility", 4);
    }

    @GetMapping("/vos-donnees")
    Page data() {
        return LegalPage.of("ui.legal.data", 4);
    }
}
