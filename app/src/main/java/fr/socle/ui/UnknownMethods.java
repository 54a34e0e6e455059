package fr.socle.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Tells a method that the house does not know (501; RFC 9110, 9.1) from the other things that the
 * firewall refuses (400).
 */
@Component
@ConditionalOnWebApplication
class UnknownMethods implements RequestRejectedHandler {

    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final RequestRejectedHandler others = new HttpStatusRequestRejectedHandler();
    private final FailureWriter failures;

    UnknownMethods(FailureWriter failures) {
        this.failures = failures;
    }

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            RequestRejectedException rejected)
            throws IOException, jakarta.servlet.ServletException {
        if (KNOWN.contains(request.getMethod())) {
            others.handle(request, response, rejected);
        } else {
            failures.write(Failure.of(Fault.UNKNOWN_METHOD), rejected, request, response);
        }
    }
}
