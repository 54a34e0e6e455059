package fr.socle.portal.web;

import fr.socle.journal.Proofs;
import fr.socle.portal.PortalSettings;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the law asks every site to say of itself and of what it keeps. */
@Controller
@Public
class SiteController {

    private final PortalSettings settings;
    private final Proofs proofs;

    SiteController(PortalSettings settings, Proofs proofs) {
        this.settings = settings;
        this.proofs = proofs;
    }

    @GetMapping("/mentions-legales")
    Page legal() {
        return new MentionsPage(settings);
    }

    @GetMapping("/vos-donnees")
    Page data() {
        return new VosDonneesPage(proofs.kinds(), settings.dpo());
    }
}
