package fr.socle.identity;

import fr.socle.identity.federation.SecondFactors;
import fr.socle.identity.registry.RegistrySettings;
import fr.socle.notifications.Category;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the way to the providers and back needs of the house. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistrySettings.class)
class BrokerConfiguration {

    @Bean
    Category secondFactorLetters() {
        return SecondFactors.CATEGORY;
    }
}
