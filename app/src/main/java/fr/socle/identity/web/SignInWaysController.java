package fr.socle.identity.web;

import fr.socle.ui.LocalPath;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks who wants to come in. */
@Controller
@Public
class SignInWaysController {

    @GetMapping("/connexion")
    Page ways(@RequestParam(defaultValue = "") String retour) {
        var back = LocalPath.orHome(retour);
        var query =
                back.equals("/")
                        ? ""
                        : "?retour=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        return new ConnexionPage("/connexion/usager" + query, "/agent/connexion" + query);
    }
}
