package fr.socle.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Lets the forms of one page end at other sites: a browser refuses to follow the redirect that
 * answers a form when the page's policy names only this house.
 */
public final class FormTargets {

    private static final String OURS = "form-action 'self'";

    private FormTargets() {}

    /**
     * @param addresses absolute ones, of which the origins are allowed and nothing more
     */
    public static void allow(HttpServletResponse response, Collection<String> addresses) {
        var origins =
                addresses.stream()
                        .map(URI::create)
                        .map(it -> it.getScheme() + "://" + it.getRawAuthority())
                        .distinct()
                        .collect(Collectors.joining(" "));
        response.setHeader(
                "Content-Security-Policy",
                WebConfiguration.CONTENT_SECURITY_POLICY.replace(OURS, OURS + " " + origins));
    }
}
