package fr.socle.avis.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The one door through which a page of this house stands in the page of another site. Nobody is
 * recognised behind it and no cookie is set: whoever tricks a visitor into pressing a button there
 * obtains an open opinion, which he could have given himself.
 */
@Configuration(proxyBeanMethods = false)
class FrameDoors {

    /** What every page behind this door may load; who may show it is added by each form. */
    static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors ";

    /** Before the door of all other pages, which sends away every frame. */
    @Bean
    @Order(2)
    @ConditionalOnWebApplication
    SecurityFilterChain framedDoors(HttpSecurity http) throws Exception {
        var framed =
                PathPatternRequestMatcher.withDefaults()
                        .matcher("/Demarches/avis/{form}" + FramedFormController.FRAME + "/**");
        return http.securityMatcher(framed)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                // because a token would need a cookie, which browsers keep from frames, and there
                // is nothing here that a visitor's credentials could open
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .headers(FrameDoors::headers)
                .build();
    }

    /** A page that names no site, one that tells of an error for instance, is in nobody's frame. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                .contentSecurityPolicy(it -> it.policyDirectives(POLICY + "'none'"))
                .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN));
    }
}
