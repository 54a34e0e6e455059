package fr.socle.ui;

import fr.socle.ui.access.Public;
import java.util.List;
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
        return new LegalPage(
                "ui.legal.accessibility",
                List.of(
                        "ui.legal.accessibility.made",
                        "ui.legal.accessibility.checked",
                        "ui.legal.accessibility.tell",
                        "ui.legal.accessibility.defender"));
    }

    @GetMapping("/vos-donnees")
    Page data() {
        return new LegalPage(
                "ui.legal.data",
                List.of(
                        "ui.legal.data.proof",
                        "ui.legal.data.cookies",
                        "ui.legal.data.term",
                        "ui.legal.data.ask"));
    }
}
