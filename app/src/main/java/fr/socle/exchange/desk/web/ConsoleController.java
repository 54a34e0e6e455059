package fr.socle.exchange.desk.web;

import fr.socle.directory.Directory;
import fr.socle.directory.OrganisationId;
import fr.socle.exchange.ExchangeRights;
import fr.socle.exchange.desk.Console;
import fr.socle.exchange.desk.ProviderDesk;
import fr.socle.exchange.desk.ProviderLine;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The console: how a provider answers, without its answer. */
@Controller
@Requires(ExchangeRights.OPERATE_CODE)
@RequestMapping(Asked.HOME + "/jeux/{code}/essai")
class ConsoleController {

    private final ProviderDesk desk;
    private final Console console;
    private final Directory directory;

    ConsoleController(ProviderDesk desk, Console console, Directory directory) {
        this.desk = desk;
        this.console = console;
        this.directory = directory;
    }

    @GetMapping
    Page blank(@PathVariable String code, HttpServletRequest request) {
        var line = found(code);
        var own =
                directory
                        .organisation(new OrganisationId(Asked.agent(request).organisation()))
                        .map(it -> it.siret().value())
                        .orElse("");
        var form = Form.blank(Map.of("recipient", own, "test", Console.typed(line)));
        return new ConsolePage(line, form, !console.onlyConfigured(), null);
    }

    /** What was seen is told by this answer alone: it is kept nowhere. */
    @PostMapping
    Page look(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        var line = found(code);
        var form = Form.of(typed);
        var look = console.look(Asked.actor(request), line, form).orElse(null);
        return new ConsolePage(line, form, !console.onlyConfigured(), look);
    }

    private ProviderLine found(String code) {
        return desk.find(code).orElseThrow(Asked::notFound);
    }
}
