package fr.socle.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The addresses that services and providers call, and not people. Every request of the house is
 * asked about: one look into a set instead of thirty-five patterns one after the other. What is
 * written in another way than the house writes it is none of them, and meets the doors of the
 * pages, which let less through.
 */
final class ProtocolAddresses implements RequestMatcher {

    private static final List<String> OF_A_FEDERATION =
            List.of(
                    "/authorize",
                    "/token",
                    "/token/revocation",
                    "/token/introspection",
                    "/checktoken",
                    "/userinfo",
                    "/jwks",
                    "/session/end");

    private static final String WELL_KNOWN = "/.well-known/";
    private static final String DEMONSTRATION = "/demonstration/";

    private static final RequestMatcher OF_THE_DEMONSTRATION =
            new OrRequestMatcher(
                    List.of(
                            pattern("/demonstration/rnipp/**"),
                            pattern("/demonstration/services/*/deconnexion-recue"),
                            pattern("/demonstration/identite/*/token"),
                            pattern("/demonstration/identite/*/userinfo"),
                            pattern("/demonstration/identite/*/jwks"),
                            pattern("/demonstration/identite/*/.well-known/**")));

    private final Set<String> exact;
    private final Set<String> folders;

    /**
     * @param bases the path of each federation, as {@code /agents/api/v2}
     */
    ProtocolAddresses(Collection<String> bases) {
        exact =
                bases.stream()
                        .flatMap(base -> OF_A_FEDERATION.stream().map(it -> base + it))
                        .collect(Collectors.toUnmodifiableSet());
        folders =
                bases.stream()
                        .flatMap(it -> List.of(it, it + "/client").stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static RequestMatcher pattern(String path) {
        return PathPatternRequestMatcher.pathPattern(path);
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        var path = request.getServletPath();
        if (path.startsWith(DEMONSTRATION)) {
            return OF_THE_DEMONSTRATION.matches(request);
        }
        int known = path.indexOf(WELL_KNOWN);
        return known < 0 ? exact.contains(path) : folders.contains(path.substring(0, known));
    }
}
