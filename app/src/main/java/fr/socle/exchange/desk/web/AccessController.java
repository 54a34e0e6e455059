package fr.socle.exchange.desk.web;

import fr.socle.exchange.ExchangeRights;
import fr.socle.exchange.desk.AccessDraft;
import fr.socle.exchange.desk.ProviderDesk;
import fr.socle.exchange.desk.ProviderLine;
import fr.socle.exchange.desk.ProviderTrust;
import fr.socle.exchange.desk.Saved;
import fr.socle.exchange.desk.web.AccessPage.Forms;
import fr.socle.exchange.provider.ClientCertificate;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How this house proves itself to a data provider: secrets go in here and never come out. */
@Controller
@Requires(ExchangeRights.OPERATE_CODE)
@RequestMapping(Asked.HOME + "/jeux/{code}")
class AccessController {

    private static final String FILE = "certificat";

    private final ProviderDesk desk;
    private final ProviderTrust trust;
    private final Clock clock;

    AccessController(ProviderDesk desk, ProviderTrust trust, Clock clock) {
        this.desk = desk;
        this.trust = trust;
        this.clock = clock;
    }

    @GetMapping("/acces")
    Page show(@PathVariable String code) {
        var line = found(code);
        return page(line, Forms.of(line), false);
    }

    @PostMapping("/acces")
    Object write(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        var line = found(code);
        var form = Form.of(typed);
        var version = Asked.version(form);
        var draft = AccessDraft.read(form);
        if (draft.isEmpty()) {
            return page(line, Forms.of(line).access(form), false);
        }
        var saved = desk.access(Asked.actor(request), code, draft.get(), version);
        var answer = Asked.then(saved, form, "acces");
        if (answer != null) {
            return answer;
        }
        var present = found(code);
        return page(present, Forms.of(present).access(form), saved instanceof Saved.Stale);
    }

    @PostMapping("/certificat")
    Object upload(@PathVariable String code, HttpServletRequest request) throws IOException {
        var line = found(code);
        var uploaded = Uploaded.read(request, ClientCertificate.LARGEST).orElse(null);
        if (uploaded == null || uploaded.bytes(FILE).length == 0) {
            return refused(line, Refusal.of("exchange.certificate.missing"));
        }
        if (uploaded.bytes(FILE).length > ClientCertificate.LARGEST) {
            return refused(line, Refusal.of("exchange.certificate.large"));
        }
        var version = Asked.version(Form.blank(Map.of(Form.VERSION, uploaded.text(Form.VERSION))));
        return switch (ClientCertificate.read(
                uploaded.bytes(FILE), uploaded.text("mot-de-passe"), clock.instant())) {
            case Parsed.Invalid<ClientCertificate>(var why) -> refused(line, why);
            case Parsed.Valid<ClientCertificate>(var it) ->
                    after(
                            code,
                            trust.certificate(Asked.actor(request), code, it, version),
                            "certificat");
        };
    }

    @PostMapping("/certificat/retrait")
    Object withdraw(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        found(code);
        var version = Asked.version(Form.of(typed));
        return after(
                code,
                trust.withoutCertificate(Asked.actor(request), code, version),
                "sans-certificat");
    }

    private Object after(String code, Saved saved, String done) {
        var file = Form.blank();
        var answer = Asked.then(saved, file, done);
        if (answer != null) {
            return answer;
        }
        var line = found(code);
        return page(line, Forms.of(line).file(file), saved instanceof Saved.Stale);
    }

    private Page refused(ProviderLine line, Refusal why) {
        var file = Form.blank();
        file.reject(FILE, why);
        return page(line, Forms.of(line).file(file), false);
    }

    private Page page(ProviderLine line, Forms forms, boolean stale) {
        return new AccessPage(line, forms, stale, clock.instant());
    }

    private ProviderLine found(String code) {
        return desk.find(code).filter(it -> !it.demonstration()).orElseThrow(Asked::notFound);
    }
}
