package fr.socle.avis.web;

import fr.socle.avis.store.Opinion;
import fr.socle.avis.token.OpinionToken;
import fr.socle.avis.token.Opinions;
import fr.socle.avis.token.Tokens;
import fr.socle.avis.words.Masked;
import fr.socle.avis.words.Rule;
import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.Demarches;
import fr.socle.demarches.PublishedDemarche;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
    private final Opinions opinions;
    private final Demarches demarches;

    OpinionController(Tokens tokens, Opinions opinions, Demarches demarches) {
        this.tokens = tokens;
        this.opinions = opinions;
        this.demarches = demarches;
    }

    @GetMapping("/avis/{token}")
    Page ask(@PathVariable String token) {
        return tokens.read(token)
                .<Page>map(
                        it -> opinions.given(it) ? given(it, 200) : form(token, it, Form.blank()))
                .orElseGet(NoOpinionPage::new);
    }

    @PostMapping("/avis/{token}")
    Object give(
            @PathVariable String token, @RequestParam MultiValueMap<String, String> parameters) {
        return tokens.read(token)
                .map(it -> give(token, it, Form.of(parameters)))
                .orElseGet(NoOpinionPage::new);
    }

    @GetMapping("/avis/merci")
    Page thanks(
            @RequestParam(defaultValue = "") String demarche,
            @RequestParam(defaultValue = "") String masque) {
        return new ThanksPage(
                DemarcheId.of(demarche).flatMap(demarches::find).orElse(null),
                Arrays.stream(masque.split(",", 20)).flatMap(it -> Rule.of(it).stream()).toList());
    }

    /** Says there which rules masked something, but nothing of the text. */
    static URI thanks(DemarcheId demarche, Opinion opinion) {
        var rules =
                Masked.of(opinion.verbatim()).rules().stream()
                        .map(Rule::code)
                        .sorted()
                        .collect(Collectors.joining(","));
        return URI.create(
                "/avis/merci?demarche=" + demarche + (rules.isEmpty() ? "" : "&masque=" + rules));
    }

    private Object give(String token, OpinionToken opened, Form form) {
        var opinion = Questions.read(form);
        if (opinion.isEmpty()) {
            return opinions.given(opened) ? given(opened, 409) : form(token, opened, form);
        }
        return opinions.give(opened, opinion.get())
                ? ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(thanks(opened.demarche(), opinion.get()))
                        .build()
                : given(opened, 409);
    }

    private OpinionPage form(String token, OpinionToken opened, Form form) {
        return OpinionPage.verified(
                "/avis/" + token,
                demarches.find(opened.demarche()).map(PublishedDemarche::title).orElse(null),
                form);
    }

    private static Page given(OpinionToken opened, int status) {
        return new AlreadyGivenPage("/observatoire/" + opened.demarche(), status);
    }
}
