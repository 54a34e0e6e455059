package fr.socle.identity.operator.web;

import fr.socle.identity.operator.KeyDesk;
import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.Saved;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The signing keys: their lives, the next one, and the end of one that somebody else may hold. */
@Controller
@Requires(Operating.CODE)
@RequestMapping(Asked.HOME + "/cles")
class KeysController {

    private static final String KEYS = Asked.HOME + "/cles";

    private final KeyDesk keys;

    KeysController(KeyDesk keys) {
        this.keys = keys;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String fait) {
        return new KeysPage(keys.all(), Form.blank(), Asked.done(fait));
    }

    @PostMapping("/rotation")
    Object rotate(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var form = Form.of(typed);
        var owner = form.required("owner", 200);
        if (!form.ok()) {
            return new KeysPage(keys.all(), form, null);
        }
        return switch (keys.rotate(Asked.actor(request), owner)) {
            case Saved.Done _ -> Asked.seeOther(KEYS + "?fait=tourne");
            case Saved.Refused(var field, var why) -> {
                form.reject(field, why);
                yield new KeysPage(keys.all(), form, null);
            }
            case Saved.Stale _, Saved.Unknown _ -> throw Asked.notFound();
        };
    }

    @GetMapping("/{kid}/revocation")
    Page confirm(@PathVariable String kid) {
        return new KeyRevocationPage(found(kid), Form.blank());
    }

    @PostMapping("/{kid}/revocation")
    Object revoke(
            @PathVariable String kid,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        var key = found(kid);
        var form = Form.of(typed);
        var reason = form.required("motif", 500);
        if (!form.ok()) {
            return new KeyRevocationPage(key, form);
        }
        return Asked.then(keys.revoke(Asked.actor(request), kid, reason), KEYS + "?fait=revoque");
    }

    private KeyDesk.KeyLine found(String kid) {
        return keys.all().stream()
                .filter(it -> it.kid().equals(kid))
                .findFirst()
                .orElseThrow(Asked::notFound);
    }
}
