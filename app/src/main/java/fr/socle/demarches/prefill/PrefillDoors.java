package fr.socle.demarches.prefill;

import fr.socle.ui.OpenDoor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.SecurityFilterChain;

/** Programs come there without a cookie and without a token: what they send opens nothing. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PrefillDoors {

    @Bean
    @Order(2)
    SecurityFilterChain prefillContract() {
        return OpenDoor.ofPrograms(PrefillController.PATTERN);
    }
}
