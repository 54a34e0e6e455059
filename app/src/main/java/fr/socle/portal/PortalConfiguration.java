package fr.socle.portal;

import fr.socle.ui.MenuItem;
import fr.socle.ui.Space;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalSettings.class)
class PortalConfiguration {

    @Bean
    MenuItem demarchesMenu() {
        return new MenuItem(Space.USAGER, "portal.menu.demarches", "/demarches", 10, null);
    }
}
