package fr.socle.identity.partner;

import fr.socle.directory.Role;
import fr.socle.identity.partner.meter.CountingInterceptor;
import fr.socle.notifications.Category;
import fr.socle.ui.MenuItem;
import fr.socle.ui.MenuSection;
import fr.socle.ui.Space;
import fr.socle.ui.access.Right;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the partners' pages declare: rights, role, letters, lines of menu; and who counts. */
@Configuration(proxyBeanMethods = false)
class PartnerConfiguration implements WebMvcConfigurer {

    private static final String PAGES = "/administration/services-connectes";

    private final CountingInterceptor counting;

    PartnerConfiguration(CountingInterceptor counting) {
        this.counting = counting;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(counting)
                .addPathPatterns("/*/api/v2/authorize", "/*/api/v2/token", "/*/api/v2/userinfo");
    }

    @Bean
    Right identityConnect() {
        return PartnerRights.CONNECT;
    }

    @Bean
    Right identityApprove() {
        return PartnerRights.APPROVE;
    }

    @Bean
    Role partenaire() {
        return new Role(PartnerRights.PARTENAIRE, Set.of(PartnerRights.CONNECT));
    }

    @Bean
    Category partnerCategory() {
        return PartnerPost.CATEGORY;
    }

    @Bean
    MenuItem connectedServicesMenu() {
        return new MenuItem(
                Space.ADMINISTRATION,
                "identity.partner.menu",
                PAGES,
                150,
                PartnerRights.CONNECT,
                MenuSection.IDENTITE);
    }

    /** For those who manage nothing else, and so have no way to the administration. */
    @Bean
    MenuItem connectedServicesAgentMenu() {
        return new MenuItem(
                Space.AGENT, "identity.partner.menu", PAGES, 810, PartnerRights.CONNECT);
    }
}
