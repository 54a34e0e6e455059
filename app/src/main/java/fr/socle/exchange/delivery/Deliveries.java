package fr.socle.exchange.delivery;

import fr.socle.exchange.Handover;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Where answers are watched: at the addresses of the consumers' contract. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
public class Deliveries {

    /** The end of this exchange is the end of this request's answer. */
    public static void follow(HttpServletRequest request, Handover handover) {
        DeliveryFilter.follow(request, handover);
    }

    /** The innermost filter, because it is the handler's bytes that count. */
    @Bean
    FilterRegistrationBean<DeliveryFilter> deliveries() {
        var registration = new FilterRegistrationBean<>(new DeliveryFilter());
        registration.addUrlPatterns("/v3/*", "/v4/*", "/v5/*", "/v6/*", "/v7/*", "/v8/*", "/v9/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }
}
