package fr.socle.avis;

import fr.socle.ui.MenuItem;
import fr.socle.ui.Space;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AvisConfiguration {

    @Bean
    MenuItem observatoireMenu() {
        return new MenuItem(Space.USAGER, "avis.menu", "/observatoire", 80, null);
    }
}
