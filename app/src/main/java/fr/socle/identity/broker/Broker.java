package fr.socle.identity.broker;

import fr.socle.house.PublicAddress;
import fr.socle.identity.DemonstrationMode;
import fr.socle.identity.broker.OpenIdClient.Flight;
import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.broker.OpenIdClient.Registration;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.store.ProviderStore;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The providers behind the federations: which there are, and the way there and back. */
@Component
public class Broker {

    private static final String CONTEXT = "identity.provider-secret.";
    private static final String CALLBACK = "/oidc-callback";

    private final ProviderStore store;
    private final OpenIdClient client;
    private final SealedMap seals;
    private final PublicAddress address;
    private final DemonstrationMode demonstration;
    private final Lately<Provider> found;
    private final Lately<String> secrets;

    Broker(
            ProviderStore store,
            OpenIdClient client,
            SealedMap seals,
            PublicAddress address,
            DemonstrationMode demonstration,
            Clock clock) {
        this.store = store;
        this.client = client;
        this.seals = seals;
        this.address = address;
        this.demonstration = demonstration;
        this.found = new Lately<>(it -> store.find(it, demonstration.on()), clock);
        this.secrets = new Lately<>(this::opened, clock);
    }

    public List<Provider> providers(Federation federation) {
        return store.of(federation, demonstration.on());
    }

    /** The provider, as it was at most a few seconds ago. */
    public Optional<Provider> find(String uid) {
        return found.of(uid);
    }

    public Optional<Provider> find(Federation federation, String uid) {
        return find(uid).filter(it -> it.federation() == federation);
    }

    /** The providers that know the agents of this e-mail address. */
    public List<Provider> knowing(Federation federation, String email) {
        var domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return providers(federation).stream().filter(it -> it.domains().contains(domain)).toList();
    }

    /** Adds a provider, unless its uid is taken. */
    public void add(Provider provider, String secret, int position) {
        store.insert(provider, seals.sealText(CONTEXT + provider.uid(), secret), position);
    }

    public String departure(Provider provider, Flight flight, Map<String, String> more)
            throws UpstreamFailure {
        return client.departure(registration(provider), flight, more);
    }

    public Identity arrival(Provider provider, Flight flight, String code) throws UpstreamFailure {
        return client.arrival(registration(provider), flight, code);
    }

    /** Under which the directory knows this provider's agents. */
    public String bindingIssuer(Provider provider) {
        var bound = provider.bindingIssuer();
        return bound == null ? provider.issuerAt(address.value()) : bound;
    }

    public boolean isIssuer(Provider provider, String issuer) {
        return provider.issuerAt(address.value()).equals(issuer);
    }

    /** Where this provider sends the browser back to. */
    public String callback(Provider provider) {
        return address.of(provider.federation().base() + CALLBACK);
    }

    /** The secret by which we are known there. */
    public String secret(Provider provider) {
        return secrets.of(provider.uid()).orElseThrow();
    }

    private Optional<String> opened(String uid) {
        return Optional.of(seals.openText(CONTEXT + uid, store.sealedSecret(uid)));
    }

    /** A provider's secret, sealed for its row. */
    public byte[] sealed(String uid, String secret) {
        return seals.sealText(CONTEXT + uid, secret);
    }

    private Registration registration(Provider provider) {
        return new Registration(
                provider.issuerAt(address.value()),
                provider.clientId(),
                secret(provider),
                callback(provider),
                provider.federation().upstreamScope());
    }
}
