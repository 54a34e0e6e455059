package fr.socle.identity.sso;

import fr.socle.identity.federation.AuthorizeRequest;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Held;
import fr.socle.identity.federation.IdentityAct.RetraitConsentement;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.federation.Prompt;
import fr.socle.identity.store.ConsentStore;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people let services have, and how they take it back. */
@Component
public class Consents {

    private static final Period EVIDENCE = Period.ofYears(1);
    private static final Set<Prompt> LOGIN_ALONE = Set.of(Prompt.LOGIN);

    private final ConsentStore store;
    private final Clients clients;
    private final Leaving leaving;
    private final Journal journal;
    private final Clock clock;

    Consents(ConsentStore store, Clients clients, Leaving leaving, Journal journal, Clock clock) {
        this.store = store;
        this.clients = clients;
        this.leaving = leaving;
        this.journal = journal;
        this.clock = clock;
    }

    /** The consents that are in force, the newest first. */
    public List<Consent> of(PersonRef person) {
        return store.of(person);
    }

    /**
     * Whether something must be shown before a code leaves. A standard client's person who agreed
     * before is not asked again; a strict one's always is, unless its contract lets it skip that by
     * {@code prompt=login}.
     *
     * @param person null for an agent
     */
    public boolean mustShow(Client client, AuthorizeRequest request, @Nullable PersonRef person) {
        return mustShow(
                client,
                request,
                () -> person == null ? Optional.empty() : store.scopes(person, client.clientId()));
    }

    /** The same of who is signed in already. */
    public boolean mustShow(Client client, AuthorizeRequest request, Acquaintance known) {
        return mustShow(client, request, known::agreed);
    }

    private static boolean mustShow(
            Client client, AuthorizeRequest request, Supplier<Optional<Set<String>>> agreed) {
        var agreement = Agreement.of(client, request);
        if (agreement == Agreement.NONE) {
            return false;
        }
        if (client.profile() != Profile.OPENID) {
            return agreement == Agreement.CONSENT
                    || !request.prompts().equals(LOGIN_ALONE)
                    || !client.rules().allowedPrompts().contains(Prompt.LOGIN);
        }
        return request.asks(Prompt.CONSENT)
                || agreed.get().filter(it -> it.containsAll(asked(request))).isEmpty();
    }

    /**
     * Whether a yes of earlier, which spared the person the question, still holds; it is then not
     * taken back before this transaction ends. Where none is kept there is none to take back.
     *
     * @param person null for an agent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean stillHolds(Client client, AuthorizeRequest request, @Nullable PersonRef person) {
        return person == null
                || !Agreement.of(client, request).isKept(client)
                || store.lockedScopes(person, client.clientId())
                        .filter(it -> it.containsAll(asked(request)))
                        .isPresent();
    }

    /** Keeps the person's yes, where it is one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(Held held, Client client) {
        var person = held.person();
        if (person != null && Agreement.of(client, held.request()).isKept(client)) {
            store.give(person, client.clientId(), asked(held.request()), clock.instant());
        }
    }

    /** Scopes, and claims that were asked for one by one: those bear names of their own. */
    private static Set<String> asked(AuthorizeRequest request) {
        var asked = new HashSet<>(request.scopes());
        asked.addAll(request.claims());
        asked.addAll(request.idTokenClaims());
        return asked;
    }

    /**
     * Takes a consent back: the service's tokens end, it is told, and the next sign-in asks again.
     *
     * @return false when none was in force
     */
    @Transactional
    public boolean withdraw(PersonRef person, String clientId) {
        if (!store.withdraw(person, clientId, clock.instant())) {
            return false;
        }
        clients.find(clientId)
                .ifPresent(
                        it -> {
                            leaving.leaveService(it.federation(), clientId, person);
                            journal.append(new RetraitConsentement(person, it));
                        });
        return true;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT8M")
    void purge() {
        store.purge(clock.instant().atOffset(ZoneOffset.UTC).minus(EVIDENCE).toInstant());
    }
}
