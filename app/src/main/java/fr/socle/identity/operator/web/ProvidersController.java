package fr.socle.identity.operator.web;

import fr.socle.identity.broker.ProviderTrial;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.operator.Operating;
import fr.socle.identity.operator.ProviderDesk;
import fr.socle.identity.operator.ProviderDraft;
import fr.socle.identity.operator.ProviderLine;
import fr.socle.identity.operator.Saved;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The providers: looked at, tried, added, changed, cut off. */
@Controller
@Requires(Operating.CODE)
@RequestMapping(Asked.HOME)
class ProvidersController {

    private static final String PROVIDERS = Asked.HOME + "/fournisseurs/";

    private final ProviderDesk providers;
    private final ProviderTrial trial;
    private final Federations federations;

    ProvidersController(ProviderDesk providers, ProviderTrial trial, Federations federations) {
        this.providers = providers;
        this.trial = trial;
        this.federations = federations;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String fait) {
        return new ProvidersPage(providers.all(), Asked.done(fait));
    }

    @GetMapping("/fournisseurs/nouveau")
    Page blank() {
        var form =
                Form.blank(
                        Map.of(
                                "federation",
                                federations.all().getFirst().code(),
                                "position",
                                "100"));
        return new ProviderNewPage(federations.all(), form);
    }

    /** The provider is off at first; the next page tells what discovery finds there. */
    @PostMapping("/fournisseurs/nouveau")
    Object add(@RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        var form = Form.of(typed);
        var draft = ProviderDraft.read(form, federations);
        if (draft.isEmpty()) {
            return new ProviderNewPage(federations.all(), form);
        }
        return switch (providers.add(Asked.actor(request), draft.get())) {
            case Saved.Done(var uid) -> Asked.seeOther(PROVIDERS + uid + "?fait=ajoute&essai=oui");
            case Saved.Refused(var field, var why) -> {
                form.reject(field, why);
                yield new ProviderNewPage(federations.all(), form);
            }
            case Saved.Stale _, Saved.Unknown _ -> throw Asked.notFound();
        };
    }

    /**
     * @param essai {@code oui}: the provider is asked now what sign-ins will ask of it
     */
    @GetMapping("/fournisseurs/{uid}")
    Page show(
            @PathVariable String uid,
            @RequestParam(defaultValue = "") String essai,
            @RequestParam(defaultValue = "") String fait) {
        var provider = found(uid);
        var issuer = provider.issuer();
        List<ProviderTrial.Line> tried =
                essai.equals("oui") && issuer != null ? trial.of(issuer) : List.of();
        return new ProviderPage(provider, typed(provider), false, tried, Asked.done(fait));
    }

    @PostMapping("/fournisseurs/{uid}")
    Object change(
            @PathVariable String uid,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        var provider = found(uid);
        var form = Form.of(typed);
        var version = Asked.version(form);
        var draft = ProviderDraft.read(form, provider);
        if (draft.isEmpty()) {
            return new ProviderPage(provider, form, false, List.of(), null);
        }
        return switch (providers.change(Asked.actor(request), draft.get(), version)) {
            case Saved.Done _ -> Asked.seeOther(PROVIDERS + uid + "?fait=modifie&essai=oui");
            case Saved.Stale _ -> new ProviderPage(found(uid), form, true, List.of(), null);
            case Saved.Refused _, Saved.Unknown _ -> throw Asked.notFound();
        };
    }

    @PostMapping("/fournisseurs/{uid}/etat")
    Object activate(
            @PathVariable String uid,
            @RequestParam(defaultValue = "") String actif,
            HttpServletRequest request) {
        var on = Asked.on(actif);
        var saved = providers.activate(Asked.actor(request), uid, on);
        return Asked.then(saved, PROVIDERS + uid + "?fait=" + (on ? "retabli" : "coupe"));
    }

    @PostMapping("/fournisseurs/{uid}/affichage")
    Object display(
            @PathVariable String uid,
            @RequestParam(defaultValue = "") String affiche,
            HttpServletRequest request) {
        var on = Asked.on(affiche);
        var saved = providers.display(Asked.actor(request), uid, on);
        return Asked.then(saved, PROVIDERS + uid + "?fait=" + (on ? "affiche" : "masque"));
    }

    private ProviderLine found(String uid) {
        return providers.find(uid).orElseThrow(Asked::notFound);
    }

    private static Form typed(ProviderLine it) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("issuer", String.valueOf(it.issuer()));
        typed.add("client_id", it.clientId());
        typed.add("label", it.shown().label());
        typed.add("hint", it.shown().hint());
        typed.add("position", String.valueOf(it.shown().position()));
        typed.add("domains", String.join("\n", it.domains()));
        it.levels().forEach(acr -> typed.add("levels", acr.code()));
        return Form.of(typed);
    }
}
