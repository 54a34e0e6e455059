package fr.socle.exchange.api;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** The doors of the contract: no cookie opens anything there, the token does. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ContractDoors {

    @Bean
    @Order(2)
    SecurityFilterChain exchangeContract(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/v3/**",
                        "/v4/**",
                        "/v5/**",
                        "/v6/**",
                        "/v7/**",
                        "/v8/**",
                        "/v9/**",
                        "/privileges",
                        "/api/introspect",
                        "/pings/**",
                        "/api/exchange/oauth/token")
                // because nobody here signs in with Spring Security, whose filters for that would
                // run
                // at each call
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }
}
