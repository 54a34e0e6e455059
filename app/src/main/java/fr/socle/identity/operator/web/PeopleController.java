package fr.socle.identity.operator.web;

import fr.socle.identity.operator.Blocks;
import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.ProviderDesk;
import fr.socle.identity.operator.ServiceDesk;
import fr.socle.identity.operator.SignInReferences;
import fr.socle.identity.operator.SignInReferences.Found;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person, by the code of one of her sign-ins and by nothing else. */
@Controller
@Requires(Operating.CODE)
@RequestMapping(Asked.HOME + "/personnes")
class PeopleController {

    private static final String PEOPLE = Asked.HOME + "/personnes";
    private static final String CODE = "code";
    private static final String REASON = "motif";
    private static final int LONGEST_REASON = 500;

    private final Blocks blocks;
    private final ProviderDesk providers;
    private final ServiceDesk services;

    PeopleController(Blocks blocks, ProviderDesk providers, ServiceDesk services) {
        this.blocks = blocks;
        this.providers = providers;
        this.services = services;
    }

    @GetMapping
    Page ask() {
        return new PeoplePage(Form.blank());
    }

    @PostMapping
    Object search(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var form = Form.of(typed);
        var code = form.read(CODE, SignInReferences::parse);
        var found = code.flatMap(it -> blocks.look(Asked.actor(request), it));
        if (code.isPresent() && found.isEmpty()) {
            form.reject(CODE, Refusal.of("identity.people.unknown"));
        }
        return found.<Object>map(it -> Asked.seeOther(PEOPLE + "/" + it.code()))
                .orElseGet(() -> new PeoplePage(form));
    }

    @GetMapping("/{code}")
    Page show(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        return page(found(code, request), Form.blank(), Asked.done(fait));
    }

    @PostMapping("/{code}/blocage")
    Object block(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        var form = Form.of(typed);
        var reason = form.required(REASON, LONGEST_REASON);
        if (!form.ok()) {
            return page(found(code, request), form, null);
        }
        var saved = blocks.block(Asked.actor(request), plain(code), reason);
        return Asked.then(saved, PEOPLE + "/" + plain(code) + "?fait=bloque");
    }

    @PostMapping("/{code}/deblocage")
    Object unblock(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        var form = Form.of(typed);
        var reason = form.required(REASON, LONGEST_REASON);
        if (!form.ok()) {
            return page(found(code, request), form, null);
        }
        var saved = blocks.unblock(Asked.actor(request), plain(code), reason);
        return Asked.then(saved, PEOPLE + "/" + plain(code) + "?fait=debloque");
    }

    private Page page(Found found, Form form, @Nullable String done) {
        var provider = providers.find(found.provider()).map(it -> it.shown().label());
        var service = services.find(found.clientId()).map(it -> it.named().name());
        return new PersonPage(
                found,
                provider.orElse(found.provider()),
                service.orElse(found.clientId()),
                blocks.of(found.person()).orElse(null),
                form,
                done);
    }

    private Found found(String code, HttpServletRequest request) {
        return blocks.look(Asked.actor(request), plain(code)).orElseThrow(Asked::notFound);
    }

    private static String plain(String code) {
        return switch (SignInReferences.parse(code)) {
            case Parsed.Valid<String>(var it) -> it;
            case Parsed.Invalid<String> _ -> throw Asked.notFound();
        };
    }
}
