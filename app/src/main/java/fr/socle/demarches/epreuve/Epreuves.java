package fr.socle.demarches.epreuve;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.builder.Demarche;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.directory.Actor;
import fr.socle.directory.Secrets;
import fr.socle.house.Keyring;
import fr.socle.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets testers fill the draft of a procedure as usagers will fill it, by a private link. What they
 * fill is no dossier: it counts nowhere, nobody exports it, and publishing the draft removes it.
 *
 * <pre>{@code
 * var lien = epreuves.open(actor, demarche);              // told to the testers by its builders
 * var secret = epreuves.begin(lien.token(), draft);       // one test, by its address alone
 * }</pre>
 */
@Service
public class Epreuves {

    /** How long a link holds. */
    public static final Duration LIFE = Duration.ofDays(30);

    /** Tests by one link. */
    public static final int MOST = 300;

    private static final int SECRET_BYTES = 32;
    private static final String CONTEXT = "demarches.epreuve/";

    private final EpreuveStore store;
    private final Journal journal;
    private final House house;

    /** What secrets need. */
    @Component
    record House(Keyring keyring, SecureRandom random, Clock clock) {

        String fresh() {
            var bytes = new byte[SECRET_BYTES];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    Epreuves(EpreuveStore store, Journal journal, House house) {
        this.store = store;
        this.journal = journal;
        this.house = house;
    }

    /**
     * A private link.
     *
     * @param token 43 letters of base64url
     * @param begun how many testers began by it
     * @param deposited how many of them came to the end
     */
    public record Lien(String token, Instant until, int begun, int deposited) {

        public String path() {
            return "/essais/" + token;
        }

        /** Without its token: who reads it may enter. */
        @Override
        public String toString() {
            return "Lien[until " + until + "]";
        }
    }

    /** Makes a link; the one before leads nowhere from now on. */
    @Transactional
    public void open(Actor actor, Demarche demarche) {
        var token = house.fresh();
        var now = house.now();
        var sealed =
                house.keyring.seal(CONTEXT + demarche.id(), token.getBytes(StandardCharsets.UTF_8));
        store.replace(demarche.id(), Secrets.hash(token), sealed, now, now.plus(LIFE));
        journal.append(new EpreuveAct(actor, EpreuveAct.What.OUVERTURE, demarche));
    }

    /** Ends the tests of a draft, and forgets what was filled. */
    @Transactional
    public void close(Actor actor, Demarche demarche) {
        if (store.delete(demarche.id())) {
            journal.append(new EpreuveAct(actor, EpreuveAct.What.FERMETURE, demarche));
        }
    }

    /** The link of this draft, while it holds. */
    public Optional<Lien> of(DemarcheId demarche) {
        return store.of(demarche, house.now())
                .map(
                        it ->
                                new Lien(
                                        new String(
                                                house.keyring.open(CONTEXT + demarche, it.sealed()),
                                                StandardCharsets.UTF_8),
                                        it.until(),
                                        it.begun(),
                                        it.deposited()));
    }

    /** The procedure to whose draft this token leads. */
    public Optional<DemarcheId> find(String token) {
        return store.find(Secrets.hash(token), house.now());
    }

    /**
     * Begins a test of this draft.
     *
     * @return the secret of its address; empty when the link has gone, or began {@link #MOST} tests
     */
    public Optional<String> begin(String token, Definition draft) {
        var secret = house.fresh();
        var form = EpreuveForm.of(draft);
        return store.insert(
                        Secrets.hash(secret),
                        Secrets.hash(token),
                        form,
                        EpreuveForm.first(form),
                        MOST,
                        house.now())
                ? Optional.of(secret)
                : Optional.empty();
    }

    public Optional<Epreuve> read(String token, String secret) {
        return store.read(Secrets.hash(secret), Secrets.hash(token), house.now());
    }

    /** False, with nothing kept, when it moved since this version. */
    public boolean keep(String secret, long version, Reponses reponses) {
        return store.keep(Secrets.hash(secret), version, reponses, house.now());
    }

    /** False when it moved since this version, or was deposited already. */
    public boolean deposit(String secret, long version) {
        return store.deposit(Secrets.hash(secret), version, house.now());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT17M")
    void purge() {
        store.deleteExpired(house.now());
    }
}
