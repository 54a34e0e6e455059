package fr.socle.ui;

import fr.socle.ui.access.Right;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The doors: headers, forged-request protection, who asks, and what each address demands. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UiSettings.class)
class WebConfiguration implements WebMvcConfigurer {

    /** Nothing from elsewhere, nothing inline, in nobody's frame. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private final PageRenderer renderer;
    private final AccessInterceptor access;
    private final StrictParameters parameters;

    WebConfiguration(PageRenderer renderer, AccessInterceptor access, StrictParameters parameters) {
        this.renderer = renderer;
        this.access = access;
        this.parameters = parameters;
    }

    @Bean
    Right observeRight() {
        return OperatorOnly.OBSERVE;
    }

    @Bean
    WebMvcRegistrations handlerMapping() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new FirstSegmentMapping();
            }
        };
    }

    /**
     * Each request is timed once, as a whole: a timer and an event around every filter of the doors
     * cost more than the filters.
     */
    @Bean
    SecurityObservationSettings noTimerPerFilter() {
        return SecurityObservationSettings.noObservations();
    }

    /** Spring's dispatcher does the same for every handler; nothing before it asks. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContextOnce() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }

    /** A command has no doors. */
    @Bean
    @ConditionalOnWebApplication
    SecurityFilterChain doors(HttpSecurity http, List<Visitors> visitors, FailureWriter failures)
            throws Exception {
        // because nobody here signs in with Spring Security: it has no session to watch over and
        // no identity to carry, and its filters for that would run at each request
        return http.sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .csrf(WebConfiguration::forgedRequests)
                .addFilterBefore(new VisitorFilter(visitors, failures), CsrfFilter.class)
                .addFilterBefore(new ForeignForms(failures), CsrfFilter.class)
                .authorizeHttpRequests(WebConfiguration::entrances)
                .exceptionHandling(refusals -> refusals(refusals, failures))
                .headers(WebConfiguration::headers)
                .build();
    }

    /** A call with credentials of its own is not one that another site's page could have made. */
    private static void forgedRequests(CsrfConfigurer<HttpSecurity> csrf) {
        var cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        // not Strict: who comes from a letter or from a provider would be given another token, and
        // every form that is open in another tab would be refused
        cookie.setCookieCustomizer(it -> it.httpOnly(true).sameSite("Lax"));
        cookie.setCookieName("socle_csrf");
        csrf.csrfTokenRepository(cookie)
                .ignoringRequestMatchers(
                        request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null);
    }

    private static void entrances(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.requestMatchers(EndpointRequest.to("health"))
                .permitAll()
                .requestMatchers(EndpointRequest.toAnyEndpoint())
                .access(OperatorOnly.INSTANCE)
                // because AccessInterceptor refuses every handler that does not say whom it answers
                .anyRequest()
                .permitAll();
    }

    private static void refusals(
            ExceptionHandlingConfigurer<HttpSecurity> refusals, FailureWriter failures) {
        refusals.accessDeniedHandler(
                        (request, response, denied) ->
                                failures.write(knownOrNot(request, denied), request, response))
                .authenticationEntryPoint(
                        (request, response, unknown) ->
                                failures.write(new SignInNeeded(), request, response));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(it -> it.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    /** A stranger is asked who he is before he is told that he may not. */
    private static RuntimeException knownOrNot(
            HttpServletRequest request, AccessDeniedException denied) {
        var stranger = Visitors.of(request) instanceof Visitor.Anonymous;
        return stranger && !(denied instanceof CsrfException) ? new SignInNeeded() : denied;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(access);
        registry.addInterceptor(parameters);
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new PageReturnValueHandler(renderer));
    }
}
