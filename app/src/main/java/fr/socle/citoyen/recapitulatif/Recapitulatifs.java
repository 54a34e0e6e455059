package fr.socle.citoyen.recapitulatif;

import fr.socle.citoyen.entreprise.Representations;
import fr.socle.citoyen.store.RecapitulatifStore;
import fr.socle.citoyen.store.RecapitulatifStore.About;
import fr.socle.citoyen.store.RecapitulatifStore.Wish;
import fr.socle.directory.ComptesProfessionnels;
import fr.socle.house.PublicAddress;
import fr.socle.identity.UsagerConnecte;
import fr.socle.kernel.PersonRef;
import fr.socle.notifications.Action;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import fr.socle.ui.Words;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes to whoever wants it, each week or month, how many times their data was used. Nobody is
 * written to when nothing happened, and a letter names neither organisation nor data: an e-mail is
 * read by others too.
 */
@Service
public class Recapitulatifs {

    public static final Category CATEGORY = new Category("citoyen.recapitulatif", false);

    private final RecapitulatifStore store;
    private final Representations representations;
    private final Notifications notifications;
    private final Setting setting;

    /** Where and when it runs. */
    @Component
    record Setting(PublicAddress address, TransactionTemplate transaction, Clock clock) {}

    Recapitulatifs(
            RecapitulatifStore store,
            Representations representations,
            Notifications notifications,
            Setting setting) {
        this.store = store;
        this.representations = representations;
        this.notifications = notifications;
        this.setting = setting;
    }

    /**
     * @param subject the person's own reference, or their company's
     */
    public Rythme of(PersonRef person, PersonRef subject) {
        return store.of(person, subject);
    }

    @Transactional
    public void choose(UsagerConnecte usager, About about, Rythme rythme, String language) {
        if (rythme == Rythme.JAMAIS) {
            store.forget(usager.person(), about.subject());
            return;
        }
        var now = setting.clock().instant().truncatedTo(ChronoUnit.MICROS);
        var name = usager.identity().givenName() + " " + usager.identity().familyName();
        var to = new RecapitulatifStore.Reader(name, usager.email(), language);
        store.put(new Wish(usager.person(), about, rythme, to, now), rythme.after(now));
    }

    /** Of several nodes one writes each letter: the row's lock, its term and the letter's key. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT4M")
    public void rounds() {
        while (Boolean.TRUE.equals(setting.transaction().execute(_ -> one()))) {
            // until nobody is due
        }
    }

    private boolean one() {
        var now = setting.clock().instant().truncatedTo(ChronoUnit.MICROS);
        var due = store.takeDue(now);
        due.ifPresent(it -> write(it, now));
        return due.isPresent();
    }

    private void write(Wish wish, Instant now) {
        var siren = wish.about().siren();
        if (siren != null && !representations.namedLately(wish.person(), siren)) {
            store.forget(wish.person(), wish.about().subject());
            return;
        }
        var counts = store.count(wish.about().subject(), wish.since(), now);
        store.next(wish, now, wish.rythme().after(now));
        if (counts.all() == 0) {
            return;
        }
        var to =
                new Recipient(
                        wish.person().value(),
                        wish.reader().email(),
                        wish.reader().name(),
                        wish.reader().language());
        var file = siren == null ? "/mon-dossier" : ComptesProfessionnels.PAGES;
        var words = siren == null ? "citoyen.mail.recap" : "citoyen.mail.recap-entreprise";
        var letter = new Letter(counts, words, URI.create(setting.address().of(file + "/usages")));
        var key =
                "citoyen.recapitulatif/"
                        + wish.person().value()
                        + "/"
                        + wish.about().subject().value()
                        + "/"
                        + wish.since();
        notifications.send(Message.byMail(to, letter, key));
    }

    /**
     * @param key of its words
     */
    private record Letter(RecapitulatifStore.Counts counts, String key, URI link) implements Mail {

        @Override
        public Category category() {
            return CATEGORY;
        }

        @Override
        public String subject(Words words) {
            return words.of(key + ".subject");
        }

        @Override
        public List<String> paragraphs(Words words) {
            return List.of(
                    words.of(key + ".what", counts.all()),
                    words.of("citoyen.mail.recap.refused", counts.refused()),
                    words.of("citoyen.mail.recap.why"));
        }

        @Override
        public Optional<Action> action(Words words) {
            return Optional.of(new Action(words.of(key + ".action"), link));
        }
    }
}
