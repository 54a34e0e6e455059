package fr.socle.identity;

import fr.socle.SignsIn;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.Provider.Agents;
import fr.socle.identity.broker.Provider.Face;
import fr.socle.identity.broker.Provider.Protocol;
import fr.socle.identity.broker.Provider.Rules;
import fr.socle.identity.demonstration.MadeUpUsagers;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;

/** An outside provider, registered under a name of the test's own, and the way there and back. */
@NullMarked
final class Upstream implements AutoCloseable {

    static final String SECRET = "un-secret-d-essai-de-trente-deux-octets";

    final LyingProvider provider = LyingProvider.started();
    final String uid = "essai-" + UUID.randomUUID().toString().substring(0, 8);
    final String label = "Fournisseur " + uid;
    final WebClient browser = SignsIn.browser();

    /** What comes back beside code and state. */
    String answeredBy = "";

    Provider usagers(Protocol protocol, Acr... levels) {
        provider.person = claimsOf("lea");
        return of(Federation.CITOYENS, protocol, List.of(levels), Agents.NONE);
    }

    Provider of(Federation federation, Protocol protocol, List<Acr> levels, Agents agents) {
        return new Provider(
                uid,
                federation,
                provider.issuer(),
                provider.clientId,
                new Face(label, "essai", true),
                new Rules(levels, true),
                protocol,
                agents);
    }

    void register(Broker broker) {
        broker.add(usagers(Protocol.PLAIN, Acr.EIDAS1), SECRET, 9);
    }

    static Map<String, Object> claimsOf(String sub) {
        var claims = new LinkedHashMap<String, Object>();
        MadeUpUsagers.all().stream()
                .filter(it -> it.sub().equals(sub))
                .forEach(it -> claims.putAll(it.claims()));
        claims.put("sub", sub);
        return claims;
    }

    /** Presses the button of the provider and stops at its door: what the browser would send. */
    Map<String, String> leave(HtmlPage choice) throws IOException {
        return asked(stopped(choice, label));
    }

    Page stopped(HtmlPage page, String button) throws IOException {
        browser.getOptions().setRedirectEnabled(false);
        try {
            return SignsIn.pressed(page, button);
        } finally {
            browser.getOptions().setRedirectEnabled(true);
        }
    }

    /** Comes back as if somebody had signed in there. */
    HtmlPage comeBack(Map<String, String> asked) throws IOException {
        provider.nonce = asked.getOrDefault("nonce", "");
        return browser.getPage(answer(asked));
    }

    String answer(Map<String, String> asked) {
        return asked.get("redirect_uri") + "?code=c&state=" + asked.get("state") + answeredBy;
    }

    HtmlPage comeBack(int port) throws IOException {
        return comeBack(leave(choice(port)));
    }

    HtmlPage choice(int port) throws IOException {
        return browser.getPage("http://localhost:" + port + "/connexion/usager");
    }

    static Map<String, String> asked(Page gone) {
        return asked(gone.getWebResponse().getResponseHeaderValue("Location"));
    }

    /** What an address on the way to the provider says. */
    static Map<String, String> asked(String location) {
        var asked = new LinkedHashMap<String, String>();
        for (var pair : URI.create(location).getRawQuery().split("&")) {
            asked.put(
                    pair.split("=", 2)[0],
                    URLDecoder.decode(pair.split("=", 2)[1], StandardCharsets.UTF_8));
        }
        return asked;
    }

    @Override
    public void close() {
        provider.close();
    }
}
