package fr.socle.identity.web;

import fr.socle.house.BrokenSeal;
import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.OpenIdClient;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.demonstration.DemonstrationTokens;
import fr.socle.identity.demonstration.MadeUpPersons;
import fr.socle.identity.keys.SealedMap;
import fr.socle.ui.FormTargets;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of a made-up provider: one picks who to be. Outside demonstration no such provider is
 * found, so that every address answers 404.
 */
@Controller
@Public
@RequestMapping("/demonstration/identite/{uid}")
class DemonstrationProviderController {

    private static final String CONTEXT = "identity.demonstration-request.";

    private final Broker broker;
    private final MadeUpPersons persons;
    private final DemonstrationTokens tokens;
    private final SealedMap seals;
    private final PublicAddress address;

    DemonstrationProviderController(
            Broker broker,
            MadeUpPersons persons,
            DemonstrationTokens tokens,
            SealedMap seals,
            PublicAddress address) {
        this.broker = broker;
        this.persons = persons;
        this.tokens = tokens;
        this.seals = seals;
        this.address = address;
    }

    @GetMapping("/authorize")
    Object authorize(
            @PathVariable String uid,
            @RequestParam Map<String, String> asked,
            HttpServletResponse response) {
        var provider = provider(broker, uid);
        var known =
                asked.getOrDefault("client_id", "").equals(provider.clientId())
                        && asked.getOrDefault("redirect_uri", "").equals(broker.callback(provider))
                        && asked.getOrDefault("response_type", "").equals("code")
                        && asked.getOrDefault("code_challenge_method", "").equals("S256");
        if (!known) {
            return new TroublePage("identity.refused.client", "", 400, List.of());
        }
        FormTargets.allow(response, List.of(broker.callback(provider)));
        var kept =
                Map.of(
                        "state", asked.getOrDefault("state", ""),
                        "nonce", asked.getOrDefault("nonce", ""),
                        "challenge", asked.getOrDefault("code_challenge", ""),
                        "acr", asked.getOrDefault("acr_values", ""));
        return new MadeUpPersonsPage(
                provider.label(),
                persons.of(provider),
                Provider.DEMONSTRATION + uid + "/choix",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(seals.seal(CONTEXT + uid, kept)));
    }

    @PostMapping("/choix")
    Object choose(
            @PathVariable String uid,
            @RequestParam(defaultValue = "") String demande,
            @RequestParam(defaultValue = "") String personne,
            @RequestParam(defaultValue = "") String refus) {
        var provider = provider(broker, uid);
        var asked = opened(uid, demande);
        var person = persons.find(provider, personne);
        if (asked.isEmpty() || person.isEmpty() && refus.isEmpty()) {
            return TroublePage.again("identity.trouble.lost", 400);
        }
        var state = asked.get().getOrDefault("state", "").toString();
        var answer =
                person.isEmpty()
                        ? Map.of("error", "access_denied", "state", state)
                        : Map.of(
                                "code",
                                tokens.code(
                                        provider,
                                        person.get().sub(),
                                        asked.get().getOrDefault("nonce", "").toString(),
                                        asked.get().getOrDefault("challenge", "").toString(),
                                        asked.get().getOrDefault("acr", "").toString()),
                                "state",
                                state,
                                "iss",
                                provider.issuerAt(address.value()));
        return Ways.seeOther(broker.callback(provider) + "?" + OpenIdClient.encoded(answer));
    }

    private Optional<Map<String, Object>> opened(String uid, String sealed) {
        try {
            return Optional.of(seals.open(CONTEXT + uid, Base64.getUrlDecoder().decode(sealed)));
        } catch (IllegalArgumentException | BrokenSeal changed) {
            return Optional.empty();
        }
    }

    /** The demonstration provider of this uid; nothing else lies here. */
    static Provider provider(Broker broker, String uid) {
        return broker.find(uid)
                .filter(Provider::demonstration)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
