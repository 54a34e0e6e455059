package fr.socle.ui;

import fr.socle.ui.access.Public;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door while no portal stands before it. */
@Controller
@Public
class HomeController {

    private final UiSettings settings;

    HomeController(UiSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/")
    Page home() {
        return new HomePage(settings.demonstration());
    }
}
