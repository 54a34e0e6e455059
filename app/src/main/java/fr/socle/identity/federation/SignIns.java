package fr.socle.identity.federation;

import fr.socle.identity.federation.IdentityAct.Connexion;
import fr.socle.identity.federation.IdentityAct.ConnexionAgent;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.operator.Blocks;
import fr.socle.identity.operator.SignInCounters;
import fr.socle.identity.partner.meter.Counters;
import fr.socle.identity.partner.meter.Step;
import fr.socle.identity.sso.Consents;
import fr.socle.identity.sso.FederationSession;
import fr.socle.identity.sso.FederationSessions;
import fr.socle.identity.sso.FederationSessions.Joined;
import fr.socle.identity.sso.Passage;
import fr.socle.identity.sso.SessionAnswers;
import fr.socle.identity.sso.Sids;
import fr.socle.identity.store.SignInStore;
import fr.socle.identity.store.SignInStore.Coded;
import fr.socle.identity.usager.SignInCodes;
import fr.socle.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
 * The second write of a sign-in, after the identity was {@linkplain Holds held}: the person's word
 * gives a code, once. The third gives {@linkplain Tokens tokens}.
 */
@Component
public class SignIns {

    /** What a code needs. */
    @Component
    record Desk(
            TransactionTemplate transaction,
            Journal journal,
            Secrets secrets,
            SignInCodes codes,
            Blocks blocks,
            Clock clock) {}

    /** Where sign-ins are counted: for the service, and for the operator. */
    @Component
    record Figures(Counters counters, SignInCounters operators) {}

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
    private final Desk desk;
    private final Figures figures;
    private final Sso sso;

    SignIns(SignInStore store, Desk desk, Figures figures, Sso sso) {
        this.store = store;
        this.desk = desk;
        this.figures = figures;
        this.sso = sso;
    }

    /** Whether this transaction's answer has come already. */
    public boolean begun(String transaction) {
        return store.state(transaction).isPresent();
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
        return released(held, client, word, code -> coded(held, client, word, code));
    }

    private Optional<Joined> coded(Held held, Client client, Word word, String code) {
        return sso.sessions()
                .join(held, client, word.here())
                .filter(
                        it -> {
                            var coded = coded(it.session(), client, code);
                            return store.code(held, coded, desk.clock().instant());
                        });
    }

    /**
     * {@link Holds#reuse} and {@link #release} at once, when nothing is to be shown in between.
     * Empty as {@link #release}, and when the transaction was used before: the person then goes on
     * from the choice of a provider, as if new.
     */
    public Optional<Released> through(
            String transaction,
            Client client,
            AuthorizeRequest request,
            Passage.Through here,
            Function<Held, Word> word) {
        var held = sso.answers().of(transaction, client, request, here);
        return released(held, client, word.apply(held), code -> passed(held, client, code));
    }

    private Optional<Joined> passed(Held held, Client client, String code) {
        var now = desk.clock().instant();
        var coded = coded(held.joined(), client, code);
        var slid = sso.sessions().slid(client.federation());
        return store.pass(held, coded, slid, now, Holds.until(now))
                ? Optional.of(new Joined(held.joined(), null))
                : Optional.empty();
    }

    private Coded coded(UUID session, Client client, String code) {
        return new Coded(
                session,
                Sids.of(desk.secrets(), session, client.clientId()),
                Secrets.hash(code),
                client.sector(),
                desk.clock().instant().plus(Profile.CODE_LIFE));
    }

    /**
     * All that a yes writes, or nothing.
     *
     * @param coding gives the code to the service in the browser's session, unless it may not
     */
    private Optional<Released> released(
            Held held, Client client, Word word, Function<String, Optional<Joined>> coding) {
        var code = desk.secrets().fresh();
        Optional<Released> released =
                once(
                        writes -> {
                            var joined =
                                    holds(held, client, word)
                                            ? coding.apply(code)
                                            : Optional.<Joined>empty();
                            if (joined.isEmpty()) {
                                demandOpen(held);
                                writes.setRollbackOnly();
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

    /** Whether the person says yes now, or an earlier yes of theirs is not taken back. */
    private boolean holds(Held held, Client client, Word word) {
        return word.asked() || sso.consents().stillHolds(client, held.request(), held.person());
    }

    private void count(Held held, Client client) {
        var level = held.acr().code();
        figures.counters().note(client.clientId(), Step.SIGN_IN, level, Duration.ZERO);
        figures.operators().signedIn(held.provider(), client.clientId(), level);
    }

    private <T> T once(Function<TransactionStatus, T> writes) {
        return Objects.requireNonNull(desk.transaction().execute(writes::apply));
    }

    /** Because she may have been shut out while she read what would be shared. */
    private void demandOpen(Held held) {
        if (held.person() != null) {
            desk.blocks().demandOpen(held.person());
        }
    }

    private void write(Held held, Client client, String providerLabel, List<String> data) {
        var person = held.person();
        if (person == null) {
            desk.journal().append(new ConnexionAgent(client, held.provider()));
            return;
        }
        var code = desk.codes().of(held.transaction());
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
