package fr.socle.exchange.delivery;

import fr.socle.exchange.Handover;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Watches an answer leave, and ends its exchange when the last byte was taken by the network or
 * when the client was gone before. Nobody can know more here: what the client did with the bytes is
 * for its own counts to tell.
 */
final class DeliveryFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = DeliveryFilter.class.getName() + ".handover";

    /** The end of this exchange is the end of this request's answer. */
    static void follow(HttpServletRequest request, Handover handover) {
        request.setAttribute(ATTRIBUTE, handover);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var watched = new WatchedResponse(response);
        var whole = false;
        try {
            chain.doFilter(request, watched);
            whole = !request.getMethod().equals("HEAD") && leaves(watched);
        } finally {
            if (request.getAttribute(ATTRIBUTE) instanceof Handover handover) {
                handover.ended(whole);
            }
        }
        if (whole
                && request.getAttribute(ATTRIBUTE) instanceof Handover handover
                && handover.cut()) {
            // the connection ends without the mark of a whole answer (RFC 9112, 8)
            throw new CloseNowException("the provider's answer broke off");
        }
    }

    private static boolean leaves(WatchedResponse response) {
        try {
            response.flushBuffer();
            return response.whole();
        } catch (IOException gone) {
            return false;
        }
    }
}
