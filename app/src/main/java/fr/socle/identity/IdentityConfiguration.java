package fr.socle.identity;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.FederationSettings;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.person.LegacySubjectSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

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
    SecurityFilterChain protocolDoors(HttpSecurity http, Federations federations) throws Exception {
        var bases = federations.all().stream().map(Federation::base).toList();
        return http.securityMatcher(new ProtocolAddresses(bases))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .headers(
                        it ->
                                it.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                                        .referrerPolicy(
                                                referrer ->
                                                        referrer.policy(
                                                                ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }
}
