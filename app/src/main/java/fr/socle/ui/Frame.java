package fr.socle.ui;

import fr.socle.ui.access.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page: who looks, in which language, where, and which menu he gets.
 *
 * @param site the name of the administration that runs this Socle
 * @param path the address of the page, without query
 * @param query the query of the page's address as it was sent, or null
 * @param csrfToken makes the token only for pages that hold a form, so that the others set no
 *     cookie
 * @param space the part of the house in which the page lies; it chooses the menu
 * @param ribbon the pages of a demonstration; empty in a real house
 * @param announcements what stands above the page's content
 */
public record Frame(
        Words words,
        Visitor visitor,
        String site,
        String path,
        @Nullable String query,
        Supplier<String> csrfToken,
        Space space,
        List<MenuItem> menu,
        List<Announcement> announcements,
        boolean demonstration,
        List<DemonstrationLink> ribbon,
        String stylesheet,
        @Nullable String themeStylesheet) {

    /** The menu as lines; the pages of a section stand under it, once it is open. */
    public List<MenuLine> lines() {
        return MenuLine.of(menu);
    }

    /** The pages beside this one in its section; empty where there is none. */
    public List<MenuItem> besides() {
        return section().map(MenuLine::pages).orElse(List.of());
    }

    /** The section in which the page lies; empty where it lies in none. */
    public Optional<MenuLine> section() {
        return lines().stream()
                .filter(line -> line.isSection() && line.current(path) != null)
                .findFirst();
    }

    /** The sentence of this key, in the language of the page. */
    public String t(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    /** The value of the hidden field {@code _csrf} that every POST form carries. */
    public String csrf() {
        return csrfToken.get();
    }

    /** The language that the switch offers: a code of ISO 639-1. */
    public String otherLanguage() {
        return words.language().equals("fr") ? "en" : "fr";
    }

    /** Switches the language and comes back to this very page. */
    public String otherLanguageHref() {
        var here = query == null ? path : path + "?" + query;
        return "/langue/"
                + otherLanguage()
                + "?retour="
                + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    /** Where the brand leads: the front page of the space. */
    public String homeHref() {
        return switch (space) {
            case USAGER -> "/";
            case AGENT -> "/agent";
            case ADMINISTRATION -> "/administration";
        };
    }

    /** What stands under the brand: the administration, after the space for those at work. */
    public String place() {
        return switch (space) {
            case USAGER -> site;
            case AGENT -> t("ui.space.agent") + " · " + site;
            case ADMINISTRATION -> t("ui.space.administration") + " · " + site;
        };
    }

    /** The organisation for which the visitor acts, or null when nobody is signed in. */
    public @Nullable String organisationName() {
        return switch (visitor) {
            case Visitor.Anonymous _, Visitor.Usager _ -> null;
            case Visitor.Agent agent -> agent.organisationName();
        };
    }

    /** The visitor's name, or null when nobody is signed in. */
    public @Nullable String visitorName() {
        return switch (visitor) {
            case Visitor.Anonymous _ -> null;
            case Visitor.Agent agent -> agent.name();
            case Visitor.Usager usager -> usager.name();
        };
    }

    /** Where the visitor's name leads: to what is theirs. */
    public String ownHref() {
        return visitor instanceof Visitor.Usager ? "/mon-dossier" : "/agent";
    }

    /** Where the button that ends the session posts. */
    public String signOutHref() {
        return visitor instanceof Visitor.Usager ? "/deconnexion/usager" : "/deconnexion";
    }
}
