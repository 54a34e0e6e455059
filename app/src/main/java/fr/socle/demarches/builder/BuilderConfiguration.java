package fr.socle.demarches.builder;

import fr.socle.directory.Role;
import fr.socle.exchange.ExchangeRights;
import fr.socle.ui.MenuItem;
import fr.socle.ui.Space;
import fr.socle.ui.access.Right;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The right of builders, the role that carries it, and their lines of menu. */
@Configuration(proxyBeanMethods = false)
class BuilderConfiguration {

    private static final String HOME = "/administration/demarches";

    @Bean
    Right demarchesAdminister() {
        return BuilderRights.ADMINISTER;
    }

    /** A gestionnaire grants it, to himself too. Who asks others for data tries it out first. */
    @Bean
    Role concepteur() {
        return new Role("concepteur", Set.of(BuilderRights.ADMINISTER, ExchangeRights.SIMULATE));
    }

    @Bean
    MenuItem demarchesAdministrationMenu() {
        return new MenuItem(
                Space.ADMINISTRATION, "demarches.menu", HOME, 50, BuilderRights.ADMINISTER);
    }

    /** For builders who have no other work in the administration. */
    @Bean
    MenuItem demarchesAgentMenu() {
        return new MenuItem(
                Space.AGENT, "demarches.menu.build", HOME, 500, BuilderRights.ADMINISTER);
    }
}
