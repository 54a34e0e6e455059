package fr.socle.identity.person;

import fr.socle.identity.Persons;
import fr.socle.identity.federation.Client;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.store.ArrivalStore;
import fr.socle.identity.store.ArrivalStore.Account;
import fr.socle.identity.store.ArrivalStore.Known;
import fr.socle.identity.store.PersonStore;
import fr.socle.identity.store.SuccessionStore;
import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.NormalName;
import fr.socle.kernel.PersonRef;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who a person is. An account is one person for ever, whatever becomes of the civil status. A new
 * account joins the person of the same civil status when there is exactly one, and that person has
 * no account at that provider: two accounts at one provider may be two people born alike. An e-mail
 * address joins nobody.
 */
@Component
public class Reconciliation implements Persons {

    private static final String FINGERPRINT = "civil-status";
    private static final String CONTEXT = "identity.civil-status.";
    private static final char SEPARATOR = '\0';

    private final PersonStore store;
    private final ArrivalStore arrivals;
    private final SuccessionStore succession;
    private final Secrets secrets;
    private final SealedMap seals;
    private final SecureRandom random;
    private final Clock clock;

    Reconciliation(
            PersonStore store,
            ArrivalStore arrivals,
            SuccessionStore succession,
            Secrets secrets,
            SealedMap seals,
            SecureRandom random,
            Clock clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.succession = succession;
        this.secrets = secrets;
        this.seals = seals;
        this.random = random;
        this.clock = clock;
    }

    /**
     * The person of this account, who has this civil status now, and what decides whether the
     * sign-in goes on to this service.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Known arrived(Account account, IdentitePivot identity, Client client) {
        var fingerprint = fingerprint(identity);
        // because most people come back as they were: then there is nothing to decide nor to write
        return unchanged(account, fingerprint, client)
                .orElseGet(
                        () -> {
                            decide(account, identity, fingerprint);
                            return unchanged(account, fingerprint, client).orElseThrow();
                        });
    }

    private Optional<Known> unchanged(Account account, byte[] fingerprint, Client client) {
        return arrivals.unchanged(
                account, fingerprint, client.clientId(), client.sector(), clock.instant());
    }

    private void decide(Account account, IdentitePivot identity, byte[] fingerprint) {
        store.lock(fingerprint);
        var person =
                store.ofAccount(account.provider(), account.sub())
                        .orElseGet(() -> link(account.provider(), account.sub(), fingerprint));
        store.keep(
                person,
                fingerprint,
                seals.seal(CONTEXT + person.value(), identity.claims()),
                clock.instant());
    }

    private PersonRef link(String provider, String sub, byte[] fingerprint) {
        var alike = store.ofFingerprint(fingerprint);
        var person =
                alike.size() == 1 && !store.hasAccountAt(alike.getFirst(), provider)
                        ? alike.getFirst()
                        : newcomer();
        store.link(provider, sub, person, clock.instant());
        return person;
    }

    private PersonRef newcomer() {
        var person = PersonRef.fresh(random);
        store.insert(person, clock.instant());
        return person;
    }

    /** The claims of this person's sealed civil status. */
    public Map<String, Object> opened(PersonRef person, byte[] sealed) {
        return seals.open(CONTEXT + person.value(), sealed);
    }

    @Override
    public Optional<PersonRef> personOf(String clientId, String sub) {
        return store.ofSubject(clientId, sub);
    }

    @Override
    public Optional<PersonRef> personOf(IdentitePivot identity) {
        var alike = store.ofFingerprint(fingerprint(identity));
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    /** A correction at the same account keeps the reference: only a {@link Succession} adds one. */
    @Override
    public Set<PersonRef> successors(PersonRef person) {
        var all = new HashSet<>(succession.former(person));
        all.add(person);
        return all;
    }

    /**
     * Equal exactly when {@link IdentitePivot#sameAs} says so; tells nothing without the secret.
     */
    private byte[] fingerprint(IdentitePivot identity) {
        var birth = identity.birthPlace();
        var place = identity.claims().getOrDefault("birthplace", "");
        var parts =
                List.of(
                        NormalName.of(identity.givenName()).value(),
                        NormalName.of(identity.familyName()).value(),
                        identity.birthDate().iso(),
                        identity.gender().claim(),
                        birth.pays().value(),
                        place.toString());
        return secrets.hmac(FINGERPRINT, String.join(String.valueOf(SEPARATOR), parts));
    }
}
