package fr.socle.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a browser says that the page of another site sent (Fetch Metadata Request Headers,
 * W3C). The token of each form is compared with a cookie, and a neighbour under the same domain
 * could plant one; what {@code Sec-Fetch-Site} says, no page can forge. A browser that says nothing
 * is judged by the token alone.
 */
class ForeignForms extends OncePerRequestFilter {

    private static final String SENT_BY = "Sec-Fetch-Site";
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final FailureWriter failures;

    ForeignForms(FailureWriter failures) {
        this.failures = failures;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var sender = request.getHeader(SENT_BY);
        return sender == null
                || OURS.contains(sender)
                || HARMLESS.contains(request.getMethod())
                // because credentials that no browser adds by itself were meant to be sent
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        failures.write(new CsrfException("sent by another site"), request, response);
    }
}
