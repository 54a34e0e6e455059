package fr.socle.avis;

import fr.socle.avis.form.FormRights;
import fr.socle.directory.Role;
import fr.socle.ui.MenuItem;
import fr.socle.ui.Space;
import fr.socle.ui.access.Right;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AvisConfiguration {

    /** Holds for the procedures of the agent's organisation, and for no other. */
    private static final Right LIRE = new Right("avis.lire");

    @Bean
    Right avisLire() {
        return LIRE;
    }

    @Bean
    Role lecteurAvis() {
        return new Role("lecteur-avis", Set.of(LIRE));
    }

    @Bean
    Right avisGerer() {
        return FormRights.KEEP;
    }

    @Bean
    Role gestionnaireAvis() {
        return new Role("gestionnaire-avis", Set.of(LIRE, FormRights.KEEP));
    }

    @Bean
    MenuItem opinionsMenu() {
        return new MenuItem(Space.AGENT, "avis.bord.title", "/agent/avis", 40, LIRE);
    }

    @Bean
    MenuItem observatoireMenu() {
        return new MenuItem(Space.USAGER, "avis.menu", "/observatoire", 80, null);
    }
}
