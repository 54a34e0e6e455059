package fr.socle.exchange.reconcile;

import fr.socle.exchange.ExchangeRights;
import fr.socle.ui.MenuItem;
import fr.socle.ui.MenuSection;
import fr.socle.ui.Space;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the page. */
@Configuration(proxyBeanMethods = false)
class ReconcileConfiguration {

    @Bean
    MenuItem rapprochementMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "exchange.rapprochement.menu",
                RapprochementsController.HOME,
                222,
                ExchangeRights.OBSERVE,
                MenuSection.DONNEES);
    }
}
