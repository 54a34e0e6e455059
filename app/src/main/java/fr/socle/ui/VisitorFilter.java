package fr.socle.ui;

import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes on each request who asks. */
class VisitorFilter extends OncePerRequestFilter {

    private final List<Visitors> visitors;
    private final FailureWriter failures;

    VisitorFilter(List<Visitors> visitors, FailureWriter failures) {
        this.visitors = visitors;
        this.failures = failures;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/ressources/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.setAttribute(Visitors.ATTRIBUTE, recognise(request));
        } catch (RuntimeException thrown) {
            // because no controller is reached whose advice would tell it: most likely the database
            // that knows the sessions does not answer
            failures.write(thrown, request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private Visitor recognise(HttpServletRequest request) {
        return visitors.stream()
                .map(it -> it.recognise(request))
                .filter(it -> !(it instanceof Visitor.Anonymous))
                .findFirst()
                .orElse(Visitor.ANONYMOUS);
    }
}
