package fr.socle.identity.web;

import fr.socle.house.PublicAddress;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.demonstration.DemonstrationTokens;
import fr.socle.identity.demonstration.MadeUpPersons;
import fr.socle.identity.demonstration.Mood;
import fr.socle.identity.demonstration.Moods;
import fr.socle.identity.keys.SigningKeys;
import fr.socle.identity.web.ProtocolController.Discovery;
import fr.socle.ui.access.Public;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the federations call of the made-up providers: discovery, keys, token, userinfo. */
@RestController
@Public
@RequestMapping("/demonstration/identite/{uid}")
class DemonstrationProtocolController {

    /** What everybody may read of a provider. */
    @Component
    record Published(SigningKeys keys, PublicAddress address) {}

    private final Broker broker;
    private final MadeUpPersons persons;
    private final DemonstrationTokens tokens;
    private final Moods moods;
    private final Published published;

    DemonstrationProtocolController(
            Broker broker,
            MadeUpPersons persons,
            DemonstrationTokens tokens,
            Moods moods,
            Published published) {
        this.broker = broker;
        this.persons = persons;
        this.tokens = tokens;
        this.moods = moods;
        this.published = published;
    }

    @GetMapping("/.well-known/openid-configuration")
    Map<String, Object> discovery(@PathVariable String uid) {
        var provider = DemonstrationProviderController.provider(broker, uid);
        return Discovery.of(provider.issuerAt(published.address().value()));
    }

    @GetMapping("/jwks")
    Map<String, Object> jwks(@PathVariable String uid) {
        var provider = DemonstrationProviderController.provider(broker, uid);
        return published.keys().published(DemonstrationTokens.owner(provider));
    }

    @PostMapping("/token")
    ResponseEntity<Map<String, Object>> token(
            @PathVariable String uid, @RequestParam Map<String, String> form) {
        var provider = DemonstrationProviderController.provider(broker, uid);
        moods.suffered(uid);
        return tokens.redeem(
                        provider,
                        form.getOrDefault("client_id", ""),
                        form.getOrDefault("client_secret", ""),
                        form.getOrDefault("code", ""),
                        form.getOrDefault("code_verifier", ""))
                .map(OAuthAnswers::fresh)
                .orElseGet(() -> OAuthAnswers.refused(400, "invalid_grant", "not this code"));
    }

    @GetMapping("/userinfo")
    ResponseEntity<Map<String, Object>> userinfo(
            @PathVariable String uid,
            @RequestHeader(value = "Authorization", required = false)
                    @Nullable String authorization) {
        var provider = DemonstrationProviderController.provider(broker, uid);
        return OAuthAnswers.bearer(authorization)
                .flatMap(it -> tokens.subject(provider, it))
                .flatMap(it -> persons.find(provider, it))
                .map(
                        it -> {
                            var claims = new LinkedHashMap<>(it.claims());
                            claims.put("sub", it.sub());
                            if (moods.of(uid) == Mood.INCOMPLET) {
                                claims.remove("given_name");
                            }
                            return OAuthAnswers.fresh(claims);
                        })
                .orElseGet(OAuthAnswers::noToken);
    }
}
