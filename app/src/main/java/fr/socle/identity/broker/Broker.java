package fr.socle.identity.broker;

import fr.socle.house.PublicAddress;
import fr.socle.identity.DemonstrationMode;
import fr.socle.identity.broker.OpenIdClient.Flight;
import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.AuthorizeRequest;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.store.ProviderStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The providers behind the federations: which there are, and the way there and back. */
@Component
public class Broker {

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
    private static final String CALLBACK = "/oidc-callback";
    private static final String AFTER_LOGOUT = "/client/logout-callback";

    /** Which providers there are. */
    @Component
    record Known(
            ProviderStore store,
            ProviderSecrets secrets,
            Federations federations,
            DemonstrationMode demonstration) {}

    /** How the broker speaks to providers. */
    @Component
    record Lines(OpenIdClient client, Breakers breakers, PublicAddress address) {}

    private final Known known;
    private final Lines lines;
    private final Lately<Provider> found;
    private final Lately<List<Provider>> lists;

    Broker(Known known, Lines lines, Clock clock) {
        this.known = known;
        this.lines = lines;
        this.found = new Lately<>(it -> known.store().find(it, known.demonstration().on()), clock);
        this.lists = new Lately<>(this::listed, clock);
    }

    /** Every provider of this federation, cut off or hidden ones too, in the order of the page. */
    public List<Provider> providers(Federation federation) {
        return lists.of(federation.code()).orElseThrow();
    }

    /** The same of every federation for usagers. */
    public List<Provider> ofUsagers() {
        return known.federations().all().stream()
                .filter(Federation::ofUsagers)
                .flatMap(it -> providers(it).stream())
                .toList();
    }

    private Optional<List<Provider>> listed(String federation) {
        return Optional.of(
                known.store().of(known.federations().of(federation), known.demonstration().on()));
    }

    /** The provider if it is in use, as it was at most a second ago. */
    public Optional<Provider> find(String uid) {
        return known(uid).filter(Provider::active);
    }

    /** The same, even when the operator cut it off. */
    public Optional<Provider> known(String uid) {
        return found.of(uid);
    }

    public Optional<Provider> find(Federation federation, String uid) {
        return find(uid).filter(it -> it.federation().equals(federation));
    }

    /**
     * What the page of choice shows to whom this service sends: the providers that it accepts;
     * those that cannot be chosen now bear the reason.
     */
    public List<Offer> offered(Client client, AuthorizeRequest request) {
        return providers(client.federation()).stream()
                .filter(it -> it.display() && it.fits(client))
                .filter(it -> client.rules().allowsProvider(it.uid()))
                .map(it -> new Offer(it, refusal(it, request.acr())))
                .toList();
    }

    /**
     * The provider of this uid as this service may use it, whether the page of choice shows it or
     * not; empty when there is none.
     */
    public Optional<Offer> offer(Client client, AuthorizeRequest request, String uid) {
        return known(uid)
                .filter(it -> it.federation().equals(client.federation()))
                .filter(it -> client.rules().allowsProvider(it.uid()))
                .map(it -> new Offer(it, refusal(it, request.acr())));
    }

    private @Nullable String refusal(Provider provider, Acr asked) {
        if (!provider.active()) {
            return "identity.mire.closed";
        }
        if (!provider.level().atLeast(Levels.toAsk(provider, asked))) {
            return "identity.mire.low";
        }
        return lines.breakers().spares(provider.uid()) ? "identity.mire.spared" : null;
    }

    /** Adds a provider, unless its uid is taken. */
    public void add(Provider provider, String secret, int position) {
        var sealed = known.secrets().sealed(provider.uid(), secret);
        known.store().insert(provider, sealed, position);
        lists.forget(provider.federation().code());
    }

    /**
     * @param asked the level that the service wants
     * @param more further parameters; none may tell who the service is
     */
    public String departure(Provider provider, Flight flight, Acr asked, Map<String, String> more)
            throws UpstreamFailure {
        var all = new LinkedHashMap<>(more);
        all.put("prompt", "login");
        all.put("acr_values", Levels.toAsk(provider, asked).code());
        demandActive(provider);
        if (lines.breakers().spares(provider.uid())) {
            throw new UpstreamFailure(UpstreamFault.SPARED, "spared after failures");
        }
        return lines.client().departure(registration(provider), flight, all);
    }

    /**
     * Who came back, at a level that this provider may vouch for.
     *
     * @param asked the level that the service wants
     */
    public Identity arrival(Provider provider, Flight flight, Acr asked, String code)
            throws UpstreamFailure {
        demandActive(provider);
        var ours = registration(provider);
        var identity =
                lines.breakers()
                        .through(
                                provider.uid(),
                                UpstreamFault.SPARED,
                                () -> lines.client().arrival(ours, flight, code));
        return identity.at(Levels.received(provider, asked, identity.acr()), identity.amr());
    }

    private static void demandActive(Provider provider) throws UpstreamFailure {
        if (!provider.active()) {
            throw new UpstreamFailure(UpstreamFault.DISABLED, "cut off by the operator");
        }
    }

    /**
     * Where the browser goes to leave the provider too; empty when it offers no such place, and
     * when it does not answer: who leaves us is not kept waiting.
     */
    public Optional<String> leaving(Provider provider, String idToken, String state) {
        var back = lines.address().of(provider.federation().base() + AFTER_LOGOUT);
        try {
            return lines.client().leaving(registration(provider), idToken, back, state);
        } catch (UpstreamFailure down) {
            return Optional.empty();
        }
    }

    /** Under which the directory knows this provider's agents. */
    public String bindingIssuer(Provider provider) {
        var bound = provider.agents().bindingIssuer();
        return bound == null ? provider.issuerAt(lines.address().value()) : bound;
    }

    public boolean isIssuer(Provider provider, String issuer) {
        return provider.issuerAt(lines.address().value()).equals(issuer);
    }

    /** The addresses at which a form of ours that leads to this provider may end. */
    public List<String> doors(Provider provider) {
        return lines.client()
                .doors(provider.issuerAt(lines.address().value()), provider.protocol().endpoints());
    }

    /** Where this provider sends the browser back to. */
    public String callback(Provider provider) {
        return lines.address().of(provider.federation().base() + CALLBACK);
    }

    private Registration registration(Provider provider) {
        var protocol = provider.protocol();
        return new Registration(
                provider.issuerAt(lines.address().value()),
                protocol.endpoints(),
                provider.clientId(),
                known.secrets().of(provider.uid()),
                callback(provider),
                provider.federation().upstreamScope(),
                protocol.auth(),
                OwnKeys.owner(provider.federation()),
                protocol.userinfo(),
                protocol.signature());
    }

    /**
     * Keeps what outside providers publish at hand, so that the first person of the day too finds
     * it.
     */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT20S")
    void warm() {
        for (var federation : known.federations().all()) {
            for (var provider : providers(federation)) {
                if (provider.active() && !provider.demonstration()) {
                    warm(provider);
                }
            }
        }
    }

    private void warm(Provider provider) {
        try {
            lines.client().warm(registration(provider));
        } catch (UpstreamFailure failed) {
            LOG.warn("provider {}: {}", provider.uid(), failed.getMessage());
        }
    }
}
