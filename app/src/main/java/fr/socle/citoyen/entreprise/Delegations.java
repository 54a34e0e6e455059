package fr.socle.citoyen.entreprise;

import fr.socle.citoyen.store.DelegationStore;
import fr.socle.directory.Secrets;
import fr.socle.identity.UsagerConnecte;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siren;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom representatives let into the file of their company. A delegation is read at each page, so
 * one that was ended opens nothing more. Nobody who holds one gives another.
 */
@Service
public class Delegations {

    /** How many may stand at once for a company. */
    static final int MOST = 50;

    /** How long the code waits for the one for whom it is. */
    public static final Duration CODE = Duration.ofDays(7);

    /** Months. */
    public static final int LONGEST = 12;

    private static final int CODE_BYTES = 32;
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final DelegationStore store;
    private final Representations representations;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random;

    Delegations(
            DelegationStore store,
            Representations representations,
            Journal journal,
            Clock clock,
            SecureRandom random) {
        this.store = store;
        this.representations = representations;
        this.journal = journal;
        this.clock = clock;
        this.random = random;
    }

    /** One with its code, which is told once. */
    public record Given(Delegation delegation, String code) {}

    /** What came of a code. */
    public enum Acceptation {
        FAITE,
        /** It is not one, of another company, used, ended, or over. */
        INCONNUE,
        /** Who represents the company needs none. */
        INUTILE
    }

    /** Empty when as many stand as may. */
    @Transactional
    public Optional<Given> give(Representant by, String name, int months) {
        var now = now();
        if (store.standing(by.siren(), now) >= MOST) {
            return Optional.empty();
        }
        var until = now.atZone(PARIS).plusMonths(months).toInstant();
        var delegation =
                new Delegation(
                        UUID.randomUUID(),
                        by.siren(),
                        name,
                        by.name(),
                        now,
                        now.plus(CODE),
                        until,
                        Optional.empty(),
                        Optional.empty());
        var code = code();
        store.insert(delegation, Secrets.hash(code));
        journal.append(new DelegationAct.Donnee(by, delegation));
        return Optional.of(new Given(delegation, code));
    }

    /** False when this company has no such one that stands. */
    @Transactional
    public boolean end(Representant by, UUID id) {
        var ended = store.end(id, by.siren(), now());
        ended.ifPresent(it -> journal.append(new DelegationAct.Finie(by, it)));
        return ended.isPresent();
    }

    /**
     * Lets somebody in who comes with the code and an account of the company.
     *
     * @param company under which the company's file is kept
     */
    @Transactional
    public Acceptation accept(UsagerConnecte usager, Siren siren, PersonRef company, String code) {
        if (representations.namedLately(usager.person(), siren)) {
            return Acceptation.INUTILE;
        }
        return store.accept(usager.person(), siren, Secrets.hash(code), now())
                .map(
                        it -> {
                            journal.append(
                                    new DelegationAct.Acceptee(
                                            company, Representant.name(usager), it));
                            return Acceptation.FAITE;
                        })
                .orElse(Acceptation.INCONNUE);
    }

    /** The one by which this person sees the file now. */
    public Optional<Delegation> inForce(PersonRef person, Siren siren) {
        return store.inForce(person, siren, now());
    }

    /** The latest first. */
    public List<Delegation> of(Representant who) {
        return store.of(who.siren());
    }

    private Instant now() {
        // because PostgreSQL keeps microseconds
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String code() {
        var bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT17M")
    void purge() {
        store.deleteBefore(clock.instant().minus(REMEMBERED));
    }
}
