package fr.socle.avis.observatoire;

import fr.socle.directory.Role;
import fr.socle.ui.MenuItem;
import fr.socle.ui.MenuSection;
import fr.socle.ui.Space;
import fr.socle.ui.access.Right;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The right of those who list procedures, the role that carries it, and the lines of menu. */
@Configuration(proxyBeanMethods = false)
class ObservatoireConfiguration {

    @Bean
    Right avisList() {
        return ListingRights.LIST;
    }

    @Bean
    Role referentQualite() {
        return new Role("referent-qualite", Set.of(ListingRights.LIST));
    }

    @Bean
    MenuItem listingsMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "avis.menu.listings",
                "/administration/observatoire",
                70,
                ListingRights.LIST,
                MenuSection.SUIVI);
    }
}
