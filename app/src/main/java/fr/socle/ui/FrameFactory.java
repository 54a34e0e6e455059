package fr.socle.ui;

import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the {@link Frame} of each page from its request. */
@Component
class FrameFactory {

    static final String LANGUAGE_COOKIE = "socle_langue";

    private final Dictionary dictionary;
    private final UiSettings settings;
    private final List<MenuItem> menu;
    private final List<DemonstrationLink> ribbon;
    private final Stylesheets stylesheets;
    private final ObjectProvider<Announcements> announcements;

    FrameFactory(
            Dictionary dictionary,
            UiSettings settings,
            List<MenuItem> menu,
            ObjectProvider<DemonstrationLink> ribbon,
            Stylesheets stylesheets,
            ObjectProvider<Announcements> announcements) {
        this.dictionary = dictionary;
        this.settings = settings;
        this.menu = menu.stream().sorted(Comparator.comparingInt(MenuItem::order)).toList();
        this.ribbon =
                ribbon.stream().sorted(Comparator.comparingInt(DemonstrationLink::order)).toList();
        this.stylesheets = stylesheets;
        this.announcements = announcements;
    }

    Frame of(HttpServletRequest request) {
        var path = request.getRequestURI();
        var space = Space.of(path);
        var visitor = Visitors.of(request);
        var words = words(request);
        return new Frame(
                words,
                visitor,
                settings.siteName(),
                path,
                request.getQueryString(),
                () -> csrf(request),
                space,
                menu.stream()
                        .filter(item -> item.space() == space && item.visibleTo(visitor))
                        .toList(),
                announcements.stream()
                        .flatMap(it -> it.at(path, words.language()).stream())
                        .toList(),
                settings.demonstration(),
                ribbon,
                stylesheets.house(),
                stylesheets.theme());
    }

    Words words(HttpServletRequest request) {
        var language = cookie(request, LANGUAGE_COOKIE);
        return language == null ? dictionary.french() : dictionary.in(language);
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getToken()
                : "";
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (var cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return null;
    }
}
