package fr.socle.demarches.graphql;

import fr.socle.ui.OpenDoor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.SecurityFilterChain;

/** The doors of programs: no cookie opens anything there, a token or a sealed link does. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class GraphqlDoors {

    @Bean
    @Order(2)
    SecurityFilterChain graphqlContract() {
        return OpenDoor.ofPrograms(GraphqlController.PATH, GraphqlController.PATH + "/**");
    }
}
