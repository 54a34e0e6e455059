package fr.socle.exchange.desk.web;

import fr.socle.exchange.ExchangeRights;
import fr.socle.exchange.desk.ProviderDesk;
import fr.socle.exchange.desk.ProviderLine;
import fr.socle.exchange.desk.ProviderTrust;
import fr.socle.exchange.desk.Saved;
import fr.socle.exchange.desk.web.AccessPage.Forms;
import fr.socle.exchange.provider.Authority;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who vouches for a data provider under TLS, when it is an authority of its own. */
@Controller
@Requires(ExchangeRights.OPERATE_CODE)
@RequestMapping(Asked.HOME + "/jeux/{code}/autorite")
class AuthorityController {

    private static final String FILE = "autorite";

    private final ProviderDesk desk;
    private final ProviderTrust trust;
    private final Clock clock;

    AuthorityController(ProviderDesk desk, ProviderTrust trust, Clock clock) {
        this.desk = desk;
        this.trust = trust;
        this.clock = clock;
    }

    @PostMapping
    Object upload(@PathVariable String code, HttpServletRequest request) throws IOException {
        var line = found(code);
        var uploaded = Uploaded.read(request, Authority.LARGEST).orElse(null);
        if (uploaded == null || uploaded.bytes(FILE).length == 0) {
            return refused(line, Refusal.of("exchange.authority.missing"));
        }
        if (uploaded.bytes(FILE).length > Authority.LARGEST) {
            return refused(line, Refusal.of("exchange.certificate.large"));
        }
        var version = Asked.version(Form.blank(Map.of(Form.VERSION, uploaded.text(Form.VERSION))));
        return switch (Authority.read(uploaded.bytes(FILE), clock.instant())) {
            case Parsed.Invalid<Authority>(var why) -> refused(line, why);
            case Parsed.Valid<Authority>(var it) ->
                    after(
                            code,
                            trust.authority(Asked.actor(request), code, it, version),
                            "autorite");
        };
    }

    @PostMapping("/retrait")
    Object withdraw(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        found(code);
        var version = Asked.version(Form.of(typed));
        return after(
                code, trust.withoutAuthority(Asked.actor(request), code, version), "sans-autorite");
    }

    private Object after(String code, Saved saved, String done) {
        var file = Form.blank();
        var answer = Asked.then(saved, file, done);
        return answer == null ? page(found(code), file, saved instanceof Saved.Stale) : answer;
    }

    private AccessPage refused(ProviderLine line, Refusal why) {
        var file = Form.blank();
        file.reject(FILE, why);
        return page(line, file, false);
    }

    private AccessPage page(ProviderLine line, Form file, boolean stale) {
        return new AccessPage(line, Forms.of(line).authority(file), stale, clock.instant());
    }

    private ProviderLine found(String code) {
        return desk.find(code).filter(it -> !it.demonstration()).orElseThrow(Asked::notFound);
    }
}
