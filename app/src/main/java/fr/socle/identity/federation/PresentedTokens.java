package fr.socle.identity.federation;

import fr.socle.identity.AccessTokens;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.store.TokenStore;
import fr.socle.identity.store.TokenStore.Live;
import fr.socle.kernel.IdentitePivot;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Tokens that a block of this house was shown. */
@Component
class PresentedTokens implements AccessTokens {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Set<String> CIVIL_STATUS =
            Set.of(
                    "given_name",
                    "family_name",
                    "birthdate",
                    "gender",
                    "birthplace",
                    "birthcountry");
    private static final int LONGEST = 1000;

    private final TokenStore store;
    private final Federations federations;
    private final Clients clients;
    private final Broker broker;
    private final Clock clock;

    PresentedTokens(
            TokenStore store,
            Federations federations,
            Clients clients,
            Broker broker,
            Clock clock) {
        this.store = store;
        this.federations = federations;
        this.clients = clients;
        this.broker = broker;
        this.clock = clock;
    }

    private record Found(Federation federation, Held held) {}

    @Override
    public Presented usager(String token) {
        return find(token, Federation::ofUsagers)
                .map(this::usager)
                .orElseGet(Presented.Nobody::new);
    }

    private Presented usager(Found found) {
        var held = found.held();
        var person = held.person();
        var service = clients.find(held.request().clientId()).filter(Client::active);
        if (person == null || service.isEmpty()) {
            return new Presented.Nobody();
        }
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        return held.request().given(found.federation()).containsAll(CIVIL_STATUS)
                        && IdentitePivot.read(held.claims(), today)
                                instanceof IdentitePivot.Reading.Accepted(var identity)
                ? new Presented.Usager(
                        person,
                        identity,
                        service.get().clientId(),
                        service.get().name(),
                        held.request().scopes())
                : new Presented.WithoutIdentity();
    }

    @Override
    public Optional<AgentAccount> agent(String token) {
        return find(token, it -> !it.ofUsagers()).flatMap(this::agent);
    }

    /** A provider that the operator cut off vouches for nobody. */
    private Optional<AgentAccount> agent(Found found) {
        var claims = found.held().claims();
        var sub = String.valueOf(claims.getOrDefault("idp_sub", ""));
        return sub.isEmpty()
                ? Optional.empty()
                : broker.find(found.federation(), String.valueOf(claims.getOrDefault("idp_id", "")))
                        .map(it -> new AgentAccount(broker.bindingIssuer(it), sub));
    }

    private Optional<Found> find(String token, Predicate<Federation> wanted) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        var hash = Secrets.hash(token);
        var now = clock.instant();
        return federations.all().stream()
                .filter(wanted)
                .flatMap(
                        it ->
                                store
                                        .ofAccess(hash, it, now)
                                        .map(Live::held)
                                        .map(held -> new Found(it, held))
                                        .stream())
                .findFirst();
    }
}
