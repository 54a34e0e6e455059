package fr.socle.identity.federation;

import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.keys.FlightCookies;
import fr.socle.identity.operator.Blocks;
import fr.socle.identity.operator.SignInReferences;
import fr.socle.identity.person.Reconciliation;
import fr.socle.identity.person.Subjects;
import fr.socle.identity.sso.Passage;
import fr.socle.identity.sso.SessionAnswers;
import fr.socle.identity.store.ArrivalStore.Account;
import fr.socle.identity.store.SignInStore;
import fr.socle.identity.usager.Preferences;
import fr.socle.identity.usager.SignInRefused;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first write of a sign-in: an identity, from a provider or from a session, is held until the
 * person agrees. Each transaction holds one once.
 */
@Component
public class Holds {

    /** Who comes, and whether they may. */
    @Component
    record People(
            Reconciliation reconciliation,
            Subjects subjects,
            Preferences preferences,
            Blocks blocks,
            SignInReferences references,
            SessionAnswers answers) {}

    private final SignInStore store;
    private final IdentityReader reader;
    private final People people;
    private final TransactionTemplate writes;
    private final Clock clock;

    Holds(
            SignInStore store,
            IdentityReader reader,
            People people,
            TransactionTemplate writes,
            Clock clock) {
        this.store = store;
        this.reader = reader;
        this.people = people;
        this.writes = writes;
        this.clock = clock;
    }

    /**
     * Holds what the provider said until the person agrees.
     *
     * @return empty when the transaction was used before
     * @throws UpstreamFailure when the identity is not complete
     * @throws SignInRefused when the person forbade this sign-in
     */
    public Optional<Held> hold(
            String transaction,
            Client client,
            AuthorizeRequest request,
            Provider provider,
            Identity identity)
            throws UpstreamFailure {
        if (client.federation().ofUsagers()) {
            return holdUsager(transaction, client, request, provider, identity);
        }
        var claims = reader.agent(provider, identity);
        var subject = people.subjects().ofAgent(client, provider.uid(), identity.sub());
        return hold(transaction, request, provider, identity, null, subject, claims);
    }

    private Optional<Held> holdUsager(
            String transaction,
            Client client,
            AuthorizeRequest request,
            Provider provider,
            Identity identity)
            throws UpstreamFailure {
        var pivot = reader.pivot(identity);
        var claims = reader.usager(provider, identity, pivot);
        var arrived =
                writes.execute(
                        _ -> {
                            var account = new Account(provider.uid(), identity.sub());
                            var known = people.reconciliation().arrived(account, pivot, client);
                            var person = known.person();
                            people.blocks().demandOpen(known);
                            people.preferences().demand(known, provider, client);
                            var subject =
                                    people.subjects().of(client, person, claims, known.subjects());
                            subject.previous()
                                    .ifPresent(it -> claims.put(SessionAnswers.PREVIOUS, it));
                            return hold(
                                    transaction,
                                    request,
                                    provider,
                                    identity,
                                    person,
                                    subject.sub(),
                                    claims);
                        });
        return Objects.requireNonNull(arrived);
    }

    private Optional<Held> hold(
            String transaction,
            AuthorizeRequest request,
            Provider provider,
            Identity identity,
            @Nullable PersonRef person,
            String subject,
            Map<String, Object> claims) {
        var now = clock.instant();
        var held =
                new Held(
                        transaction,
                        request,
                        person,
                        provider.uid(),
                        subject,
                        claims,
                        now.getEpochSecond(),
                        granted(provider.federation(), request, identity),
                        identity.amr(),
                        identity.idToken(),
                        null);
        return kept(held, person == null ? "" : people.references().of(transaction));
    }

    /**
     * Holds what a session says until the person agrees.
     *
     * @return empty when the transaction was used before
     */
    public Optional<Held> reuse(
            String transaction, Client client, AuthorizeRequest request, Passage.Through here) {
        return kept(people.answers().of(transaction, client, request, here), "");
    }

    private Optional<Held> kept(Held held, String reference) {
        var now = clock.instant();
        return store.hold(held, reference, now, until(now)) ? Optional.of(held) : Optional.empty();
    }

    /** A state stays consumed for as long as its cookie could come again. */
    static Instant until(Instant now) {
        return now.plus(FlightCookies.LIFE.multipliedBy(2));
    }

    /** The provider's level where the federation offers it, else the one that was asked for. */
    private static Acr granted(Federation federation, AuthorizeRequest request, Identity identity) {
        var level = identity.acr();
        return level != null && federation.offered().contains(level) ? level : request.acr();
    }
}
