package fr.socle.ui;

import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers a request that went wrong: a page for people, a problem for machines, and one log line
 * that bears the same reference. Needs no database.
 */
@Component
class FailureWriter {

    private static final Logger LOG = LoggerFactory.getLogger(FailureWriter.class);

    /** Without letters and digits that are read for one another on the telephone. */
    private static final Pattern SECRET =
            Pattern.compile("(?<=/)(?![0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(/|$))[^/]{20,}");

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final PageRenderer renderer;
    private final ProblemWriter problems;

    FailureWriter(PageRenderer renderer, ProblemWriter problems) {
        this.renderer = renderer;
        this.problems = problems;
    }

    void write(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(Diagnosis.of(thrown), thrown, request, response);
    }

    /**
     * As {@link #write(Throwable, HttpServletRequest, HttpServletResponse)}, when only a status is
     * known.
     */
    void write(
            Failure failure,
            @Nullable Throwable thrown,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (thrown != null && isCut(thrown)) {
            LOG.info("{} {}: the answer was cut", request.getMethod(), address(request));
            return;
        }
        var told = atTheApiDoor(failure, request);
        var reference = reference();
        log(told, reference, thrown, request);
        answer(told, reference, request, response);
    }

    /** The client went away, or one of us ended an answer that could not be whole. */
    private static boolean isCut(Throwable thrown) {
        return thrown instanceof CloseNowException
                || DisconnectedClientHelper.isClientDisconnectedException(thrown);
    }

    void answer(
            Failure failure,
            String reference,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        protect(response);
        var machine = isMachine(request);
        if (!machine && failure.fault() == Fault.SIGN_IN_NEEDED && isReading(request)) {
            signIn(request, response);
            return;
        }
        failure.headers().forEach(response::setHeader);
        if (machine) {
            problems.write(failure, reference, request, response);
        } else {
            renderer.write(
                    new ErrorPage(failure.fault(), failure.status(), failure.reason(), reference),
                    request,
                    response);
        }
    }

    /** Under {@code /api/}, or when the caller does not speak HTML. */
    static boolean isMachine(HttpServletRequest request) {
        if (address(request).startsWith("/api/")) {
            return true;
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null || !accept.toLowerCase(Locale.ROOT).contains("html");
    }

    static String reference() {
        var random = ThreadLocalRandom.current();
        var reference = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            reference
                    .append(i == 4 ? "-" : "")
                    .append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return reference.toString();
    }

    /** To a machine without credentials the missing form token is not the point. */
    private static Failure atTheApiDoor(Failure failure, HttpServletRequest request) {
        var stranger = Visitors.of(request) instanceof Visitor.Anonymous;
        return failure.fault() == Fault.FORGED && stranger && isMachine(request)
                ? Failure.of(Fault.SIGN_IN_NEEDED)
                : failure;
    }

    /** What the firewall refuses has passed no filter that writes these. */
    private static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", WebConfiguration.CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static void signIn(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        var here =
                LocalPath.orHome(query == null ? address(request) : address(request) + "?" + query);
        // because among the pages of agents only an agent's account opens anything
        var door = Space.of(address(request)) == Space.USAGER ? "/connexion" : "/agent/connexion";
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                HttpHeaders.LOCATION,
                door + "?retour=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
    }

    /** The address that was asked for, also while the container dispatches the error. */
    private static String address(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    /**
     * The query is never logged, nor the message of what the caller did wrong: both may quote what
     * a person typed.
     */
    private static void log(
            Failure failure,
            String reference,
            @Nullable Throwable thrown,
            HttpServletRequest request) {
        var what =
                reference
                        + " "
                        + failure.status()
                        + " "
                        + request.getMethod()
                        + " "
                        + withoutSecrets(address(request));
        if (failure.fault() == Fault.UNEXPECTED) {
            LOG.error(what, thrown);
        } else if (failure.fault().ours()) {
            LOG.warn("{}: {}", what, String.valueOf(thrown));
        } else {
            LOG.info("{}: {}", what, thrown == null ? "" : thrown.getClass().getSimpleName());
        }
    }

    /**
     * Some addresses are secrets: who holds an invitation or the link of a letter may use it. What
     * is long and no identifier is not told.
     */
    static String withoutSecrets(String path) {
        return SECRET.matcher(path).replaceAll("…");
    }
}
