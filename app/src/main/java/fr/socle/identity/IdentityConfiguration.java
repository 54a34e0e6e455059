package fr.socle.identity;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.FederationSettings;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.person.LegacySubjectSettings;
import fr.socle.ui.OpenDoor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.web.SecurityFilterChain;

/** The doors that other sites and programs knock at: they cannot know a form token of ours. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LegacySubjectSettings.class)
class IdentityConfiguration {

    /**
     * What these addresses show is a redirect, JSON, or a page that says what is wrong; no cookie
     * opens anything here.
     */
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    Federations federations(Environment environment) {
        return new Federations(FederationSettings.all(Binder.get(environment)));
    }

    @Bean
    @Order(1)
    @ConditionalOnWebApplication
    SecurityFilterChain protocolDoors(Federations federations) {
        var bases = federations.all().stream().map(Federation::base).toList();
        return OpenDoor.ofPages(new ProtocolAddresses(bases), POLICY);
    }
}
