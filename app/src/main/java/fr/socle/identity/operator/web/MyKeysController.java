package fr.socle.identity.operator.web;

import fr.socle.identity.StrongRight;
import fr.socle.identity.operator.Passkeys;
import fr.socle.identity.operator.RecoveryCodes;
import fr.socle.identity.operator.StrongSignIns;
import fr.socle.ui.Page;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.SignedIn;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The passkeys and recovery codes of whoever holds a strong right. The first ones are made after an
 * ordinary sign-in; from then on only who just proved himself strongly changes anything.
 */
@Controller
@SignedIn
@RequestMapping(Asked.MY_KEYS)
class MyKeysController {

    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final StrongSignIns strong;
    private final PasskeyScript script;
    private final List<StrongRight> rights;

    MyKeysController(
            Passkeys passkeys,
            RecoveryCodes codes,
            StrongSignIns strong,
            PasskeyScript script,
            List<StrongRight> rights) {
        this.rights = rights;
        this.passkeys = passkeys;
        this.codes = codes;
        this.strong = strong;
        this.script = script;
    }

    /** Because without such a right nobody needs a key. */
    @ModelAttribute
    void mayHaveKeys(HttpServletRequest request) {
        var agent = Asked.agent(request);
        if (rights.stream().noneMatch(it -> agent.holds(it.right()))) {
            throw new NotAllowed("an agent without a strong right");
        }
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        return page(request, Form.blank(), Asked.done(fait));
    }

    @PostMapping
    Object enrol(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        if (!mayChange(request)) {
            return proofFirst();
        }
        var form = Form.of(typed);
        var made = passkeys.enrol(Asked.actor(request), Asked.self(request), form);
        return made.<Object>map(_ -> Asked.seeOther(Asked.MY_KEYS + "?fait=inscrit"))
                .orElseGet(() -> page(request, form, null));
    }

    @PostMapping("/{id}/nom")
    Object rename(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        if (!mayChange(request)) {
            return proofFirst();
        }
        var form = Form.of(typed);
        var label = form.required("nom-" + id, 80);
        if (!form.ok()) {
            return page(request, form, null);
        }
        return passkeys.rename(Asked.actor(request), Asked.self(request), id, label)
                ? Asked.seeOther(Asked.MY_KEYS + "?fait=renomme")
                : missing();
    }

    @PostMapping("/{id}/retrait")
    Object remove(@PathVariable UUID id, HttpServletRequest request) {
        if (!mayChange(request)) {
            return proofFirst();
        }
        return passkeys.remove(Asked.actor(request), Asked.self(request), id)
                ? Asked.seeOther(Asked.MY_KEYS + "?fait=retire")
                : missing();
    }

    /** The codes are told by this answer alone: no redirect could carry them. */
    @PostMapping("/codes")
    Object renew(HttpServletRequest request) {
        return mayChange(request)
                ? new RecoveryCodesPage(codes.renew(Asked.actor(request), Asked.self(request)))
                : proofFirst();
    }

    /** A program has a token and no keys. */
    private boolean mayChange(HttpServletRequest request) {
        if (request.getHeader("Authorization") != null) {
            throw Asked.notFound();
        }
        return strong.proved(request, StrongSignIns.SENDING) || isFirst(request);
    }

    private boolean isFirst(HttpServletRequest request) {
        var self = Asked.self(request);
        return passkeys.of(self).isEmpty() && codes.left(self) == 0;
    }

    private Page page(HttpServletRequest request, Form form, @Nullable String done) {
        var self = Asked.self(request);
        var open = strong.proved(request, StrongSignIns.FRESH) || isFirst(request);
        return new MyKeysPage(
                passkeys.of(self),
                codes.left(self),
                open ? passkeys.toEnrol(self) : null,
                form,
                script.address(),
                done);
    }

    private static ResponseEntity<Void> proofFirst() {
        return Asked.seeOther(Asked.proofThen(Asked.MY_KEYS));
    }

    private static Object missing() {
        throw Asked.notFound();
    }
}
