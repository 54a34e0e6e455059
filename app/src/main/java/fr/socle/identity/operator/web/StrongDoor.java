package fr.socle.identity.operator.web;

import fr.socle.identity.StrongRight;
import fr.socle.identity.operator.StrongSignIns;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Stands before the pages of strong rights: whoever holds one proves himself strongly first. Who
 * does not hold it is refused by the pages themselves. A program's token is a proof of its own; a
 * session at the API is asked for the same as at the pages.
 */
@Component
class StrongDoor implements WebMvcConfigurer {

    private final List<StrongRight> rights;
    private final StrongSignIns strong;

    StrongDoor(List<StrongRight> rights, StrongSignIns strong) {
        this.rights = rights;
        this.strong = strong;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        for (var right : rights) {
            registry.addInterceptor(new Before(right)).addPathPatterns(right.addresses());
        }
    }

    /** Before the pages of one right. */
    private final class Before implements HandlerInterceptor {

        private final StrongRight right;

        Before(StrongRight right) {
            this.right = right;
        }

        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (!Visitors.of(request).holds(right.right())
                    || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                    || strong.proved(request, patience(request))) {
                return true;
            }
            if (request.getRequestURI().startsWith("/api/")) {
                throw new NotAllowed("a session without a fresh strong sign-in");
            }
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.LOCATION, right.proof(back(request, right)));
            return false;
        }
    }

    private static java.time.Duration patience(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) ? StrongSignIns.FRESH : StrongSignIns.SENDING;
    }

    /** Where he was going; after a form that came too late, the first page. */
    private static String back(HttpServletRequest request, StrongRight right) {
        if (!"GET".equals(request.getMethod())) {
            return right.home();
        }
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
