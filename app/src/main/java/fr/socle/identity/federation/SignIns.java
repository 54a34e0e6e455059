package fr.socle.identity.federation;

import fr.socle.identity.broker.OpenIdClient.Identity;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.federation.IdentityAct.Connexion;
import fr.socle.identity.federation.IdentityAct.ConnexionAgent;
import fr.socle.identity.keys.FlightCookies;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.operator.Blocks;
import fr.socle.identity.operator.SignInCounters;
import fr.socle.identity.operator.SignInReferences;
import fr.socle.identity.partner.meter.Counters;
import fr.socle.identity.partner.meter.Step;
import fr.socle.identity.person.Reconciliation;
import fr.socle.identity.person.Subjects;
import fr.socle.identity.sso.Consents;
import fr.socle.identity.sso.FederationSession;
import fr.socle.identity.sso.FederationSessions;
import fr.socle.identity.sso.SessionAnswers;
import fr.socle.identity.store.ArrivalStore.Account;
import fr.socle.identity.store.SignInStore;
import fr.socle.identity.store.SignInStore.Coded;
import fr.socle.identity.usager.Preferences;
import fr.socle.identity.usager.SignInCodes;
import fr.socle.identity.usager.SignInRefused;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The three writes of a sign-in: the provider's answer is held, the person's word gives a code, the
 * code gives a token. Each can happen once.
 */
@Component
public class SignIns {

    /** What the block of persons offers here. */
    @Component
    record People(
            Reconciliation reconciliation,
            Subjects subjects,
            Preferences preferences,
            SignInCodes codes,
            Blocks blocks,
            SignInReferences references) {}

    /** What every write needs. */
    @Component
    record Desk(
            TransactionTemplate transaction,
            Journal journal,
            Secrets secrets,
            Clock clock,
            Counters counters,
            SignInCounters figures) {}

    /** Who is signed in already, and what they agreed to. */
    @Component
    record Sso(FederationSessions sessions, Consents consents, SessionAnswers answers) {}

    /**
     * What the person's yes is about.
     *
     * @param provider its name, as the person knows it
     * @param data the labels of what the service gets
     * @param here the browser's session at the federation until now
     * @param asked whether the person said it just now; else they said it earlier, and it holds
     */
    public record Word(
            String provider, List<String> data, Optional<FederationSession> here, boolean asked) {}

    /**
     * What a yes gives.
     *
     * @param held whose identity it is
     * @param session the one at the federation
     * @param secret of that session; null when the browser keeps its own
     */
    public record Released(String code, Held held, UUID session, @Nullable String secret) {}

    private final SignInStore store;
    private final IdentityReader reader;
    private final People people;
    private final Desk desk;
    private final Sso sso;

    SignIns(SignInStore store, IdentityReader reader, People people, Desk desk, Sso sso) {
        this.store = store;
        this.reader = reader;
        this.people = people;
        this.desk = desk;
        this.sso = sso;
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
        return once(
                _ -> {
                    var account = new Account(provider.uid(), identity.sub());
                    var known = people.reconciliation().arrived(account, pivot, client);
                    var person = known.person();
                    people.blocks().demandOpen(known);
                    people.preferences().demand(known, provider, client);
                    var subject = people.subjects().of(client, person, claims, known.subjects());
                    subject.previous().ifPresent(it -> claims.put(SessionAnswers.PREVIOUS, it));
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
            String transaction,
            Client client,
            AuthorizeRequest request,
            FederationSession session) {
        return kept(sso.answers().of(transaction, client, request, session), "");
    }

    private Optional<Held> kept(Held held, String reference) {
        var now = desk.clock().instant();
        // because a state stays consumed for as long as its cookie could come again
        var until = now.plus(FlightCookies.LIFE.multipliedBy(2));
        return store.hold(held, reference, now, until) ? Optional.of(held) : Optional.empty();
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
     * The person agrees: a code for the service, the session at the federation, and the entry that
     * says so, durable before the code leaves. Empty when this was done before, and when the
     * session that it came from ended, or an earlier yes was taken back, meanwhile.
     */
    public Optional<Released> release(Held held, Client client, Word word) {
        var code = desk.secrets().fresh();
        Optional<Released> released =
                once(
                        transaction -> {
                            if (!word.asked()
                                    && !sso.consents()
                                            .stillHolds(client, held.request(), held.person())) {
                                return Optional.empty();
                            }
                            var joined = sso.sessions().join(held, client, word.here());
                            if (joined.isEmpty()) {
                                return Optional.empty();
                            }
                            var now = desk.clock().instant();
                            var coded =
                                    new Coded(
                                            joined.get().session(),
                                            Secrets.hash(code),
                                            client.sector(),
                                            now.plus(Profile.CODE_LIFE));
                            if (!store.code(held, coded, now)) {
                                demandOpen(held);
                                transaction.setRollbackOnly();
                                return Optional.empty();
                            }
                            if (word.asked()) {
                                sso.consents().give(held, client);
                            }
                            write(held, client, word.provider(), word.data());
                            var to = joined.get();
                            return Optional.of(new Released(code, held, to.session(), to.secret()));
                        });
        released.ifPresent(_ -> count(held, client));
        return released;
    }

    private void count(Held held, Client client) {
        var level = held.acr().code();
        desk.counters().note(client.clientId(), Step.SIGN_IN, level, Duration.ZERO);
        desk.figures().signedIn(held.provider(), client.clientId(), level);
    }

    /** {@link #reuse} and {@link #release} at once, when nothing is to be shown in between. */
    public Optional<Released> through(
            String transaction,
            Client client,
            AuthorizeRequest request,
            FederationSession session,
            Function<Held, Word> word) {
        return once(
                writes -> {
                    var released =
                            reuse(transaction, client, request, session)
                                    .flatMap(it -> release(it, client, word.apply(it)));
                    if (released.isEmpty()) {
                        // because the person goes on from the choice of a provider, as if new
                        writes.setRollbackOnly();
                    }
                    return released;
                });
    }

    private <T> T once(Function<TransactionStatus, T> writes) {
        return Objects.requireNonNull(desk.transaction().execute(writes::apply));
    }

    /** Because she may have been shut out while she read what would be shared. */
    private void demandOpen(Held held) {
        if (held.person() != null) {
            people.blocks().demandOpen(held.person());
        }
    }

    private void write(Held held, Client client, String providerLabel, List<String> data) {
        var person = held.person();
        if (person == null) {
            desk.journal().append(new ConnexionAgent(client, held.provider()));
            return;
        }
        var code = people.codes().of(held.transaction());
        desk.journal()
                .append(
                        new Connexion(
                                person, client, providerLabel, data, held.acr().code(), code));
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
