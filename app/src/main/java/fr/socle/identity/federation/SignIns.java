package fr.socle.identity.federation;

import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.federation.IdentityAct.Connexion;
import fr.socle.identity.federation.IdentityAct.ConnexionAgent;
import fr.socle.identity.keys.FlightCookies;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.person.Reconciliation;
import fr.socle.identity.person.Subjects;
import fr.socle.identity.store.PersonStore;
import fr.socle.identity.store.SignInStore;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The three writes of a sign-in: the provider's answer is held, the person's word gives a code, the
 * code gives a token. Each can happen once.
 */
@Component
public class SignIns {

    /** What the block of persons offers here. */
    @Component
    record People(Reconciliation reconciliation, Subjects subjects, PersonStore store) {}

    /** What every write needs. */
    @Component
    record Desk(TransactionTemplate transaction, Journal journal, Secrets secrets, Clock clock) {}

    private final SignInStore store;
    private final IdentityReader reader;
    private final People people;
    private final Desk desk;

    SignIns(SignInStore store, IdentityReader reader, People people, Desk desk) {
        this.store = store;
        this.reader = reader;
        this.people = people;
        this.desk = desk;
    }

    /** Whether this transaction's answer has come already. */
    public boolean begun(String transaction) {
        return store.state(transaction).isPresent();
    }

    /**
     * Holds what the provider said until the person agrees.
     *
     * @return empty when the transaction was used before
     * @throws UpstreamFailure when the identity is not complete
     */
    public Optional<Held> hold(
            String transaction,
            Client client,
            AuthorizeRequest request,
            Provider provider,
            Identity identity)
            throws UpstreamFailure {
        return switch (client.federation()) {
            case CITOYENS, CITOYENS_PLUS -> {
                var pivot = reader.pivot(identity);
                var claims = reader.usager(provider, identity, pivot);
                yield once(
                        () -> {
                            var person =
                                    people.reconciliation()
                                            .personOf(provider.uid(), identity.sub(), pivot);
                            var subject = people.subjects().of(client, person, claims);
                            subject.previous().ifPresent(it -> claims.put("previous_sub", it));
                            return hold(
                                    transaction,
                                    request,
                                    provider,
                                    identity,
                                    person,
                                    subject.sub(),
                                    claims);
                        });
            }
            case AGENTS -> {
                var claims = reader.agent(provider, identity);
                var subject = people.subjects().ofAgent(client, provider.uid(), identity.sub());
                yield hold(transaction, request, provider, identity, null, subject, claims);
            }
        };
    }

    private Optional<Held> hold(
            String transaction,
            AuthorizeRequest request,
            Provider provider,
            Identity identity,
            @Nullable PersonRef person,
            String subject,
            Map<String, Object> claims) {
        var now = desk.clock().instant();
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
                        identity.amr());
        // because a state stays consumed for as long as its cookie could come again
        return store.hold(held, now.plus(FlightCookies.LIFE.multipliedBy(2)))
                ? Optional.of(held)
                : Optional.empty();
    }

    /** The provider's level where the federation offers it, else the one that was asked for. */
    private static Acr granted(Federation federation, AuthorizeRequest request, Identity identity) {
        var level = identity.acr();
        return level != null && federation.offered().contains(level) ? level : request.acr();
    }

    /** What waits for the person's word. */
    public Optional<Held> waiting(String transaction) {
        return store.held(transaction, desk.clock().instant());
    }

    /**
     * The person agrees: a code for the service, and the entry that says so, durable before the
     * code leaves. Empty when this was done before.
     *
     * @param data the labels of what the service gets
     */
    public Optional<String> release(
            Held held, Client client, String providerLabel, List<String> data) {
        var code = desk.secrets().fresh();
        return once(
                () -> {
                    var now = desk.clock().instant();
                    var until = now.plus(Profile.CODE_LIFE);
                    if (!store.code(held.transaction(), Secrets.hash(code), now, until)) {
                        return Optional.empty();
                    }
                    write(held, client, providerLabel, data);
                    return Optional.of(code);
                });
    }

    private <T> T once(Supplier<T> writes) {
        return Objects.requireNonNull(desk.transaction().execute(_ -> writes.get()));
    }

    private void write(Held held, Client client, String providerLabel, List<String> data) {
        var person = held.person();
        if (person == null) {
            desk.journal().append(new ConnexionAgent(client, held.provider()));
            return;
        }
        people.store().keepSubject(client.sector(), held.subject(), person);
        desk.journal().append(new Connexion(person, client, providerLabel, data));
    }

    /** The person says no. False when they had answered before. */
    public boolean decline(Held held) {
        return store.decline(held.transaction());
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT6M")
    void purge() {
        store.purge(desk.clock().instant());
    }
}
