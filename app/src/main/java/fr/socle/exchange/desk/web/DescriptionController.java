package fr.socle.exchange.desk.web;

import fr.socle.exchange.ExchangeRights;
import fr.socle.exchange.desk.DataSetReading;
import fr.socle.exchange.desk.ProviderDesk;
import fr.socle.exchange.desk.ProviderDraft;
import fr.socle.exchange.desk.ProviderLine;
import fr.socle.exchange.desk.Saved;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a data provider gives and where, changed. */
@Controller
@Requires(ExchangeRights.OPERATE_CODE)
@RequestMapping(Asked.HOME + "/jeux/{code}/description")
class DescriptionController {

    private static final String CODE = DataSetReading.SET + "code";

    private final ProviderDesk desk;

    DescriptionController(ProviderDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Page show(@PathVariable String code) {
        var line = found(code);
        return new DescriptionPage(line, Form.blank(line.typed()), false);
    }

    @PostMapping
    Object write(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        var line = found(code);
        // because habilitations name it
        typed.put(CODE, List.of(code));
        if (FieldLines.edits(typed)) {
            return new DescriptionPage(line, FieldLines.edited(typed), false);
        }
        var form = Form.of(typed);
        var version = Asked.version(form);
        var draft = ProviderDraft.read(form);
        if (draft.isEmpty()) {
            return new DescriptionPage(line, form, false);
        }
        var saved = desk.change(Asked.actor(request), draft.get(), version);
        var answer = Asked.then(saved, form, "modifie");
        return answer == null
                ? new DescriptionPage(found(code), form, saved instanceof Saved.Stale)
                : answer;
    }

    private ProviderLine found(String code) {
        return desk.find(code).filter(it -> !it.demonstration()).orElseThrow(Asked::notFound);
    }
}
