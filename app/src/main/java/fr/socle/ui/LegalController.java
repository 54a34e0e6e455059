package fr.socle.ui;

import fr.socle.ui.access.Public;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How accessible these pages are: the house that made them knows. */
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
}
