package fr.socle.identity.partner.meter;

import fr.socle.identity.federation.ClaimedName;
import fr.socle.identity.federation.Clients;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts what each address of the protocol answered to each service, and how fast. */
@Component
public class CountingInterceptor implements HandlerInterceptor {

    static final String OUTCOME = CountingInterceptor.class.getName() + ".outcome";

    private static final String BEGUN = CountingInterceptor.class.getName() + ".begun";
    private static final String CLIENT = CountingInterceptor.class.getName() + ".client";
    private static final Pattern ERROR = Pattern.compile("[?&#]error=([a-z_]{1,60})");

    private final Counters counters;
    private final Clients clients;

    CountingInterceptor(Counters counters, Clients clients) {
        this.counters = counters;
        this.clients = clients;
    }

    /** Tells of whose token the present request is: nothing in it says so. */
    public static void about(String clientId) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(CLIENT, clientId, RequestAttributes.SCOPE_REQUEST);
        }
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(BEGUN, System.nanoTime());
        return true;
    }

    /** Made-up names fill no counter. */
    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failed) {
        var client = client(request);
        if (request.getAttribute(BEGUN) instanceof Long begun && clients.find(client).isPresent()) {
            counters.note(
                    client,
                    step(request.getRequestURI()),
                    outcome(request, response),
                    Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static Step step(String path) {
        return path.endsWith("/authorize")
                ? Step.AUTHORIZE
                : path.endsWith("/token") ? Step.TOKEN : Step.USERINFO;
    }

    private static String client(HttpServletRequest request) {
        return request.getAttribute(CLIENT) instanceof String known
                ? known
                : Objects.requireNonNullElse(
                        request.getParameter("client_id"),
                        ClaimedName.byBasic(request.getHeader(HttpHeaders.AUTHORIZATION)));
    }

    private static String outcome(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(OUTCOME) instanceof String error) {
            return error;
        }
        var error = ERROR.matcher(Objects.requireNonNullElse(response.getHeader("Location"), ""));
        if (error.find()) {
            return error.group(1);
        }
        return response.getStatus() < 400 ? Activity.OK : "http-" + response.getStatus();
    }
}
