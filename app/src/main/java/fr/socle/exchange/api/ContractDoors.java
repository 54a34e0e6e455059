package fr.socle.exchange.api;

import fr.socle.ui.OpenDoor;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

/** The doors of the contract: no cookie opens anything there, the token does. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ContractDoors {

    /** The first words of the contract's addresses. */
    private static final List<String> VERSIONS =
            List.of("/v3", "/v4", "/v5", "/v6", "/v7", "/v8", "/v9");

    @Bean
    ServletRegistrationBean<ContractServlet> exchangeContractServlet(Contract contract) {
        var servlet = new ServletRegistrationBean<>(new ContractServlet(contract));
        servlet.setName("exchangeContract");
        servlet.setUrlMappings(VERSIONS.stream().map(it -> it + "/*").toList());
        return servlet;
    }

    /** The firewall alone: the servlet sets its headers, and knows who asks by the token. */
    @Bean
    @Order(2)
    SecurityFilterChain exchangeContract() {
        return new DefaultSecurityFilterChain(
                request -> VERSIONS.contains(request.getServletPath()), List.of());
    }

    @Bean
    @Order(3)
    SecurityFilterChain exchangeTokens() {
        return OpenDoor.ofPrograms(
                "/privileges", "/api/introspect", "/pings/**", "/api/exchange/oauth/token");
    }
}
