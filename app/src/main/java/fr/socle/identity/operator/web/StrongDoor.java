package fr.socle.identity.operator.web;

import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.StrongSignIns;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Stands before the operator's pages: whoever holds the right proves himself strongly first. Who
 * does not hold it is refused by the pages themselves. A program's token is a proof of its own; a
 * session at the API is asked for the same as at the pages.
 */
@Component
class StrongDoor implements HandlerInterceptor, WebMvcConfigurer {

    private final StrongSignIns strong;

    StrongDoor(StrongSignIns strong) {
        this.strong = strong;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        Asked.HOME,
                        Asked.HOME + "/**",
                        Asked.API + "/providers/**",
                        Asked.API + "/services/**",
                        Asked.API + "/people/**",
                        Asked.API + "/banners/**",
                        Asked.API + "/keys/**",
                        Asked.API + "/statistics/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!Operating.allowed(Visitors.of(request))
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || strong.proved(request, patience(request))) {
            return true;
        }
        if (request.getRequestURI().startsWith(Asked.API)) {
            throw new NotAllowed("a session without a fresh strong sign-in");
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.LOCATION, Asked.proofThen(back(request)));
        return false;
    }

    private static java.time.Duration patience(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) ? StrongSignIns.FRESH : StrongSignIns.SENDING;
    }

    /** Where he was going; after a form that came too late, the first page. */
    private static String back(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod())) {
            return Asked.HOME;
        }
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
