package fr.socle.citoyen;

import fr.socle.ui.MenuItem;
import fr.socle.ui.Space;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CitoyenConfiguration {

    @Bean
    MenuItem citoyenMenu() {
        return new MenuItem(Space.USAGER, "citoyen.menu", "/mon-dossier", 50, null);
    }
}
