package fr.socle.exchange.gateway;

import fr.socle.exchange.Answer;
import fr.socle.exchange.Answer.Reason;
import fr.socle.exchange.Document;
import fr.socle.exchange.flow.Flow;
import fr.socle.exchange.provider.Provider;
import fr.socle.exchange.store.CountStore;
import fr.socle.exchange.trace.Echange;
import fr.socle.exchange.trace.EchangeAccorde;
import fr.socle.exchange.trace.EchangeDemande;
import fr.socle.exchange.trace.EchangeRefuse;
import fr.socle.exchange.trace.EchangeTermine;
import fr.socle.exchange.trace.Issue;
import fr.socle.exchange.trace.SaltedDigest;
import fr.socle.exchange.trace.Scelle;
import fr.socle.journal.Entry;
import fr.socle.journal.Journal;
import fr.socle.journal.Reference;
import fr.socle.ui.Dictionary;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Writes what an exchange leaves behind: the entries, which must hold, and the figures. */
@Component
class Traces {

    private static final Logger LOG = LoggerFactory.getLogger(Traces.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Book book;
    private final CountStore counts;
    private final Dictionary dictionary;
    private final Clock clock;
    private final SecureRandom random;

    /** Where entries are written, at once or many in one. */
    @Component
    record Book(Journal journal, Remises remises) {}

    Traces(Book book, CountStore counts, Dictionary dictionary, Clock clock, SecureRandom random) {
        this.book = book;
        this.counts = counts;
        this.dictionary = dictionary;
        this.clock = clock;
        this.random = random;
    }

    Instant now() {
        return clock.instant();
    }

    /** In Paris. */
    LocalTime hour() {
        return LocalTime.ofInstant(now(), PARIS);
    }

    /** Durable on return; else nothing may be asked. */
    void asked(Echange echange) {
        if (echange.unattributed()) {
            count(echange.question().dataSet(), "non-rattache");
        }
        book.journal().appendAlone(new EchangeDemande(echange));
    }

    /**
     * What the person may read only later has an entry of its own: without it nothing leaves
     * either.
     */
    private Reference write(Echange echange, Entry entry) {
        var differe = echange.differe().orElse(null);
        if (differe == null) {
            return book.journal().appendAlone(entry);
        }
        var today = LocalDate.ofInstant(now(), PARIS);
        var split = Scelle.split(entry, differe, today, dictionary.french());
        var reference = book.journal().appendAlone(split.silent());
        split.sealed().forEach(book.journal()::appendAlone);
        return reference;
    }

    /** Durable on return; else nothing may leave. Gives the reference of the entry. */
    String granted(Echange echange, Document released, Instant sourceTime) {
        var digest = SaltedDigest.of(released.json(), random);
        var entry = new EchangeAccorde(echange, released.fields(), sourceTime, digest);
        return write(echange, entry).id().toString();
    }

    /** As {@link #granted}, for an answer whose digest is known when it has left. */
    String grantedFlowing(Echange echange, Set<String> fields, Instant sourceTime) {
        return write(echange, new EchangeAccorde(echange, fields, sourceTime, null))
                .id()
                .toString();
    }

    byte[] salt() {
        return SaltedDigest.salt(random);
    }

    void refused(Echange echange, List<Reason> reasons) {
        write(echange, EchangeRefuse.of(echange, reasons, dictionary.french()));
    }

    /** It arrived, and the entry of the grant told all of it already. */
    void arrived(Echange echange) {
        book.remises().arrived(echange.id());
    }

    /** It arrived, and what it was is known only now. */
    void arrived(Echange echange, Provider provider, Flow.Contents left) {
        if (left.beyond() > 0) {
            beyondContract(provider, left.beyond());
        }
        var digest = SaltedDigest.of(left.salt(), left.digest());
        end(
                echange,
                new EchangeTermine(
                        echange, Issue.REMIS, new EchangeTermine.Flowed(left.fields(), digest)));
    }

    void ended(Echange echange, Issue issue) {
        end(echange, new EchangeTermine(echange, issue));
    }

    /** Whether data left stands already in an entry of its own, so this one may fail. */
    private void end(Echange echange, EchangeTermine end) {
        try {
            write(echange, end);
        } catch (DataAccessException | TransactionException silent) {
            LOG.warn("the end of an exchange was not written", silent);
        }
    }

    /** The provider was not asked, because it is down: durable on return, as a refusal is. */
    void spared(Echange echange) {
        write(echange, new EchangeTermine(echange, Issue.INDISPONIBLE));
    }

    /** Somebody should look: the provider gives more than it may. None of it left. */
    void beyondContract(Provider provider, int members) {
        LOG.warn("{} gave {} members that its contract does not name", provider, members);
        count(provider.code(), "hors-contrat");
    }

    void failed(Provider provider, String why) {
        LOG.warn("{} failed: {}", provider, why);
    }

    void count(String dataSet, Answer answer) {
        count(
                dataSet,
                switch (answer) {
                    case Answer.Released _ -> "remis";
                    case Answer.Refused _ -> "refuse";
                    case Answer.NotFound _ -> "introuvable";
                    case Answer.Unavailable _ -> "indisponible";
                });
    }

    private void count(String dataSet, String outcome) {
        counts.count(LocalDate.ofInstant(now(), PARIS), dataSet, outcome);
    }
}
