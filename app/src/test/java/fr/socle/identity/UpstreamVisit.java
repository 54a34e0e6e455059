package fr.socle.identity;

import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Endpoints;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.ProviderAuth;
import fr.socle.identity.broker.UserinfoForm;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.store.ProviderStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** A browser, an outside provider, and the person who goes back and forth between them. */
@NullMarked
final class UpstreamVisit implements AutoCloseable {

    final Upstream upstream = new Upstream();
    final Visit visit = new Visit(upstream.browser);

    /** What the provider was asked the last time. */
    Map<String, String> asked = Map.of();

    /** A provider of usagers, which offers to be left too. */
    void usagers(Broker broker, Federation federation, Acr... levels) {
        upstream.provider.person = Upstream.claimsOf("lea");
        add(broker, federation, List.of(levels), Provider.Agents.NONE);
    }

    /** A provider of agents that knows one, and may speak for the domain of his address. */
    void agents(Broker broker, ProviderStore providers, Acr... levels) {
        var domain = upstream.uid + ".example";
        upstream.provider.person =
                Map.of(
                        "sub", "agent-" + upstream.uid,
                        "given_name", "Camille",
                        "usual_name", "Inventée",
                        "uid", "c1",
                        "email", "camille@" + domain);
        add(
                broker,
                Federation.AGENTS,
                List.of(levels),
                new Provider.Agents(List.of(domain), List.of(), null, null, false, true));
        providers.prove(upstream.uid, domain, true);
    }

    private void add(
            Broker broker, Federation federation, List<Acr> levels, Provider.Agents agents) {
        var there = upstream.provider.issuer();
        var endpoints =
                new Endpoints(
                        there + "/authorize",
                        there + "/token",
                        there + "/userinfo",
                        there + "/jwks",
                        there + "/sortie");
        var protocol =
                new Provider.Protocol(
                        ProviderAuth.CLIENT_SECRET_POST, UserinfoForm.JSON, endpoints, null);
        broker.add(upstream.of(federation, protocol, levels, agents), Upstream.SECRET, 9);
    }

    /** From a request for sign-in to the provider, by its button or straight on. */
    void depart(String authorize) throws IOException {
        var stop = visit.open(authorize);
        var gone =
                stop instanceof Visit.Stop.Shown(var wall)
                        ? visit.press(wall, upstream.label)
                        : stop;
        asked = Upstream.asked(((Visit.Stop.Left) gone).address());
    }

    /** Back from the provider, which vouches for this level. */
    Visit.Stop arrive(String acr) throws IOException {
        upstream.provider.acr = acr;
        upstream.provider.nonce = asked.getOrDefault("nonce", "");
        return visit.open(upstream.answer(asked));
    }

    /** The whole way, with the yes of a usager: the code for the service. */
    String signIn(String authorize, String acr) throws IOException {
        depart(authorize);
        var stop = arrive(acr);
        return stop instanceof Visit.Stop.Shown(var consent)
                ? visit.press(consent, "Continuer vers").code()
                : stop.code();
    }

    @Override
    public void close() {
        upstream.close();
    }
}
