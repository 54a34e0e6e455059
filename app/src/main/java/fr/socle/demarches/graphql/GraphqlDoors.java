package fr.socle.demarches.graphql;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The doors of programs: no cookie opens anything there, a token or a sealed link does. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class GraphqlDoors {

    @Bean
    @Order(2)
    SecurityFilterChain graphqlContract(HttpSecurity http) throws Exception {
        return http.securityMatcher(GraphqlController.PATH, GraphqlController.PATH + "/**")
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }
}
