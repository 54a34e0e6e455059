package fr.socle.identity.operator.web;

import fr.socle.house.Tries;
import fr.socle.identity.operator.Assertion;
import fr.socle.identity.operator.Passkeys;
import fr.socle.identity.operator.RecoveryCodes;
import fr.socle.identity.operator.StrongSignIns;
import fr.socle.identity.operator.StrongSignIns.Way;
import fr.socle.kernel.Refusal;
import fr.socle.ui.LocalPath;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How an operator proves himself strongly: with a passkey, with a recovery code, or at his
 * administration's provider. Each proof opens a session of its own.
 */
@Controller
@Public
@RequestMapping(Asked.PROOF)
class StrongSignInController {

    private static final String BACK = "retour";
    private static final String CODE = "code";
    private static final Tries.Door KEYS = new Tries.Door("identity.passkey", false);
    private static final Tries.Door CODES = new Tries.Door("identity.recovery-code", false);

    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final StrongSignIns strong;
    private final PasskeyScript script;
    private final Tries tries;

    StrongSignInController(
            Passkeys passkeys,
            RecoveryCodes codes,
            StrongSignIns strong,
            PasskeyScript script,
            Tries tries) {
        this.passkeys = passkeys;
        this.codes = codes;
        this.strong = strong;
        this.script = script;
        this.tries = tries;
    }

    @GetMapping
    Page ask(@RequestParam(defaultValue = "") String retour) {
        return page(Form.blank(), null, retour);
    }

    @PostMapping("/cle")
    Object byKey(
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(typed);
        var back = form.typed(BACK);
        var attempt = tries.begin(KEYS, "", request);
        var agent = Assertion.read(form).flatMap(passkeys::proved);
        if (agent.isEmpty()) {
            attempt.wrong();
            return page(Form.blank(), Refusal.of("identity.proof.key-refused"), back);
        }
        return strong.enter(agent.get(), Way.CLE, request, response)
                ? Asked.seeOther(back(back))
                : page(Form.blank(), Refusal.of("identity.proof.closed"), back);
    }

    @PostMapping("/secours")
    Object byCode(
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(typed);
        var back = form.typed(BACK);
        var code = form.required(CODE, 60);
        if (!form.ok()) {
            return page(form, null, back);
        }
        var attempt = tries.begin(CODES, "", request);
        var agent = codes.use(code);
        if (agent.isEmpty()) {
            attempt.wrong();
        }
        if (agent.isPresent() && strong.enter(agent.get(), Way.SECOURS, request, response)) {
            return Asked.seeOther(back(back));
        }
        form.reject(
                CODE,
                Refusal.of(
                        agent.isPresent()
                                ? "identity.proof.closed"
                                : "identity.proof.code-refused"));
        return page(form, null, back);
    }

    private Page page(Form form, @Nullable Refusal trouble, String asked) {
        return new StrongSignInPage(
                form, trouble, passkeys.toSignIn(), back(asked), script.address());
    }

    private static String back(String asked) {
        var path = LocalPath.orHome(asked);
        return path.equals("/") ? Asked.HOME : path;
    }
}
