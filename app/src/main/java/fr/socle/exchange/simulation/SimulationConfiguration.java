package fr.socle.exchange.simulation;

import fr.socle.directory.DirectoryRights;
import fr.socle.exchange.ExchangeRights;
import fr.socle.ui.MenuItem;
import fr.socle.ui.MenuSection;
import fr.socle.ui.Space;
import fr.socle.ui.access.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The right to simulate, which builders of procedures hold, and the ways to the page. */
@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {

    private static final String LABEL = "exchange.simulation.menu";

    @Bean
    Right exchangeSimulate() {
        return ExchangeRights.SIMULATE;
    }

    @Bean
    MenuItem simulationMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                LABEL,
                SimulationController.HOME,
                205,
                DirectoryRights.MANAGE,
                MenuSection.DONNEES);
    }

    /** For builders who manage nothing. */
    @Bean
    MenuItem simulationAgentMenu() {
        return new MenuItem(
                Space.AGENT, LABEL, SimulationController.HOME, 510, ExchangeRights.SIMULATE);
    }
}
