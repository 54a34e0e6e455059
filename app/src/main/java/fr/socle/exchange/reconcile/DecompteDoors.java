package fr.socle.exchange.reconcile;

import fr.socle.ui.OpenDoor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.SecurityFilterChain;

/** No cookie opens anything there, and the house's own tokens neither. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DecompteDoors {

    @Bean
    @Order(3)
    SecurityFilterChain exchangeCounts() {
        return OpenDoor.ofPrograms(DecomptesController.PATH);
    }
}
