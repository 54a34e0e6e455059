package fr.socle.notifications.web;

import fr.socle.notifications.Category;
import fr.socle.notifications.preferences.Categories;
import fr.socle.notifications.preferences.Choice;
import fr.socle.notifications.preferences.PreferenceLinks;
import fr.socle.notifications.preferences.Preferences;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where a person chooses what to receive, from the link in any of his letters and without signing
 * in: who holds the letter may choose, and sees nothing else about him.
 */
@Controller
@Public
class PreferencesController {

    private final PreferenceLinks links;
    private final Preferences preferences;
    private final Categories categories;

    PreferencesController(PreferenceLinks links, Preferences preferences, Categories categories) {
        this.links = links;
        this.preferences = preferences;
        this.categories = categories;
    }

    @GetMapping("/preferences/{token}")
    Page show(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String enregistre) {
        return page(token, present(recipient(token)), enregistre != null, false);
    }

    /** The choices that hold, on their version. */
    private Form present(UUID recipient) {
        var values = new HashMap<String, String>();
        // before the choices: one that comes between the two is then told, not lost
        values.put(Form.VERSION, Long.toString(preferences.version(recipient)));
        var chosen = preferences.all(recipient);
        categories
                .all()
                .forEach(
                        it ->
                                values.put(
                                        it.code(),
                                        chosen.getOrDefault(it.code(), Choice.IMMEDIATE).word()));
        return Form.blank(values);
    }

    /** A page with errors or with what was chosen meanwhile, or the way back to the page. */
    @PostMapping("/preferences/{token}")
    Object choose(
            @PathVariable String token, @RequestParam MultiValueMap<String, String> parameters) {
        var recipient = recipient(token);
        var form = Form.of(parameters);
        var choices = new HashMap<Category, Choice>();
        categories.all().stream()
                .filter(it -> !it.mandatory())
                .forEach(
                        it ->
                                form.read(it.code(), Choice::parse)
                                        .ifPresent(choice -> choices.put(it, choice)));
        if (!form.ok()) {
            return page(token, form, false, false);
        }
        if (!preferences.choose(recipient, choices, form.version())) {
            return page(token, present(recipient), false, true);
        }
        return seeOther("/preferences/" + token + "?enregistre=oui");
    }

    /** A person who follows the header's address chooses; a robot that reads it changes nothing. */
    @GetMapping("/preferences/{token}/desinscription/{category}")
    ResponseEntity<Void> unsubscribeByHand(
            @PathVariable String token, @PathVariable String category) {
        recipient(token);
        return seeOther("/preferences/" + token);
    }

    /** One click in the mail reader, which sends this for the person (RFC 8058). */
    @PostMapping("/preferences/{token}/desinscription/{category}")
    ResponseEntity<Void> unsubscribe(
            @PathVariable String token,
            @PathVariable String category,
            @RequestParam(name = "List-Unsubscribe", required = false) @Nullable String click) {
        var recipient = recipient(token);
        var refused = refusedBy(recipient, category);
        if (!"One-Click".equals(click)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        preferences.choose(recipient, refused);
        return ResponseEntity.ok().build();
    }

    /** The letter of the day groups several categories: all those that the person gets in it. */
    private Map<Category, Choice> refusedBy(UUID recipient, String code) {
        var refused = new HashMap<Category, Choice>();
        if (code.equals(Category.DIGEST.code())) {
            var chosen = preferences.all(recipient);
            categories.all().stream()
                    .filter(it -> chosen.get(it.code()) == Choice.DAILY)
                    .forEach(it -> refused.put(it, Choice.NEVER));
            return refused;
        }
        var category =
                categories
                        .find(code)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (category.mandatory()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        refused.put(category, Choice.NEVER);
        return refused;
    }

    private UUID recipient(String token) {
        return links.recipient(token)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Page page(String token, Form form, boolean saved, boolean stale) {
        return new PreferencesPage(token, categories.all(), form, saved, stale);
    }

    private static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
    }
}
