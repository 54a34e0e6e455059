package fr.socle.notifications.web;

import fr.socle.ui.OpenDoor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The door of RFC 8058: a mail service posts here without having seen any page of ours, so it holds
 * no token against forged requests. None is needed: nobody is recognised by a cookie here, the
 * address itself is the secret.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OneClickDoor {

    @Bean
    @Order(0)
    SecurityFilterChain oneClickUnsubscribe() {
        return OpenDoor.ofPrograms("/preferences/*/desinscription/*");
    }
}
