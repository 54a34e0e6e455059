package fr.socle.avis.web;

import fr.socle.avis.JudgedId;
import fr.socle.avis.form.Judged;
import fr.socle.avis.form.Questions;
import fr.socle.avis.form.Services;
import fr.socle.avis.token.OpinionToken;
import fr.socle.avis.token.Opinions.Said;
import fr.socle.avis.token.Tokens;
import fr.socle.avis.words.Rule;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One opinion on one service, given by whoever holds its token. Nobody is asked who he is. */
@Controller
@Public
class OpinionController {

    private final Tokens tokens;
    private final OpinionForm form;
    private final Services services;

    OpinionController(Tokens tokens, OpinionForm form, Services services) {
        this.tokens = tokens;
        this.form = form;
        this.services = services;
    }

    @GetMapping("/avis/{token}")
    Page ask(
            @PathVariable String token,
            @RequestParam(defaultValue = "1") String etape,
            @RequestParam(defaultValue = "") String langue) {
        return tokens.read(token)
                .map(it -> form.show(place(token, it, langue), Said.of(it), Step.of(etape)))
                .orElseGet(NoOpinionPage::new);
    }

    @PostMapping("/avis/{token}")
    Object give(
            @PathVariable String token, @RequestParam MultiValueMap<String, String> parameters) {
        var typed = Form.of(parameters);
        return tokens.read(token)
                .map(it -> form.keep(place(token, it, typed.typed("langue")), Said.of(it), typed))
                .orElseGet(NoOpinionPage::new);
    }

    @GetMapping("/avis/merci")
    Page thanks(
            @RequestParam(defaultValue = "") String demarche,
            @RequestParam(defaultValue = "") String masque) {
        return new ThanksPage(
                JudgedId.of(demarche).flatMap(services::find).orElse(null), Rule.all(masque), null);
    }

    private OpinionPage.Place place(String token, OpinionToken opened, String langue) {
        var title = services.find(JudgedId.of(opened.demarche())).map(Judged::title).orElse(null);
        return new OpinionPage.Place(
                "/avis/" + token,
                title,
                null,
                Tongue.of(langue).orElse(null),
                Questions.COMMON,
                null);
    }
}
