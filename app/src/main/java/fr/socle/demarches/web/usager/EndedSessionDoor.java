package fr.socle.demarches.web.usager;

import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.web.form.Received;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Stands before the pages on which a usager writes: when their session ended in the middle, what
 * they sent is kept, and they sign in and go on where they were.
 */
@Component
class EndedSessionDoor implements HandlerInterceptor, WebMvcConfigurer {

    private static final int BEFORE_ACCESS = -10;
    private static final Pattern FORM =
            Pattern.compile("/mes-dossiers/([0-9a-f-]{36})/(remplir|deposer)");

    private final EndedSessions ended;

    EndedSessionDoor(EndedSessions ended) {
        this.ended = ended;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/mes-dossiers/**").order(BEFORE_ACCESS);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals("POST") || Visitors.of(request) instanceof Visitor.Usager) {
            return true;
        }
        var form = FORM.matcher(request.getRequestURI());
        if (!form.matches()) {
            return true;
        }
        var dossier = DossierId.of(form.group(1));
        if (dossier.isEmpty()) {
            return true;
        }
        if (form.group(2).equals("deposer")) {
            return signIn(response, "/mes-dossiers/" + dossier.get() + "/relire");
        }
        var kept =
                Received.typedOnly(request)
                        .map(it -> ended.keep(dossier.get(), it, response))
                        .orElse(false);
        return !kept || signIn(response, "/mes-dossiers/" + dossier.get() + "/remplir");
    }

    private static boolean signIn(HttpServletResponse response, String back) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(
                HttpHeaders.LOCATION,
                "/connexion?retour=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        return false;
    }
}
