package fr.socle.citoyen.store;

import fr.socle.citoyen.recapitulatif.Rythme;
import fr.socle.citoyen.usages.Family;
import fr.socle.house.Keyring;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Siren;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who wants to be told how often their data was used. */
@Component
public class RecapitulatifStore {

    private static final String SEAL = "citoyen.recapitulatif/";

    private final JdbcClient db;
    private final Keyring keyring;
    private final JsonMapper json = JsonMapper.builder().build();

    RecapitulatifStore(JdbcClient db, Keyring keyring) {
        this.db = db;
        this.keyring = keyring;
    }

    /** To whom the letter goes. */
    public record Reader(String name, EmailAddress email, String language) {

        /** Nothing: a name does not belong in a log. */
        @Override
        public String toString() {
            return "Reader[hidden]";
        }
    }

    /**
     * @param person who reads the letter
     * @param about whose data it counts
     * @param since when the last letter told
     */
    public record Wish(
            PersonRef person, About about, Rythme rythme, Reader reader, Instant since) {}

    /**
     * Whose data a letter counts.
     *
     * @param subject the person who reads it, or a company
     * @param siren of the company; null for a person
     */
    public record About(PersonRef subject, @Nullable Siren siren) {}

    /** How many uses there were, and how many of them were refused. */
    public record Counts(long all, long refused) {}

    /** What is sealed. */
    record Content(String name, String email, String language) {}

    public Rythme of(PersonRef person, PersonRef subject) {
        return db.sql(
                        """
                        SELECT rythme FROM citoyen.recapitulatif WHERE person = :person AND subject = :subject
                        """)
                .param("person", person.value())
                .param("subject", subject.value())
                .query(String.class)
                .optional()
                .map(RecapitulatifStore::rythme)
                .orElse(Rythme.JAMAIS);
    }

    public void put(Wish wish, Instant next) {
        db.sql(
                        """
                        INSERT INTO citoyen.recapitulatif (person, subject, siren, rythme, reader, since, next_at)
                        VALUES (:person, :subject, :siren, :rythme, :reader, :since, :next)
                        ON CONFLICT (person, subject) DO UPDATE
                           SET rythme = excluded.rythme, reader = excluded.reader, next_at = excluded.next_at
                        """)
                .param("person", wish.person().value())
                .param("subject", wish.about().subject().value())
                .param("siren", siren(wish), Types.VARCHAR)
                .param("rythme", wish.rythme().word())
                .param("reader", seal(wish))
                .param("since", Timestamp.from(wish.since()))
                .param("next", Timestamp.from(next))
                .update();
    }

    /** One who is due, kept for the caller's transaction; the others' nodes take another. */
    public Optional<Wish> takeDue(Instant now) {
        return db.sql(
                        """
                        SELECT person, subject, siren, rythme, reader, since FROM citoyen.recapitulatif
                         WHERE next_at <= :now ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .param("now", Timestamp.from(now))
                .query(
                        (row, _) -> {
                            var person = new PersonRef(row.getObject("person", UUID.class));
                            var siren = row.getString("siren");
                            var subject = new PersonRef(row.getObject("subject", UUID.class));
                            return new Wish(
                                    person,
                                    new About(subject, siren == null ? null : new Siren(siren)),
                                    rythme(row.getString("rythme")),
                                    open(person, row.getBytes("reader")),
                                    row.getTimestamp("since").toInstant());
                        })
                .optional();
    }

    public void next(Wish wish, Instant since, Instant next) {
        db.sql(
                        """
                        UPDATE citoyen.recapitulatif SET since = :since, next_at = :next
                         WHERE person = :person AND subject = :subject
                        """)
                .param("person", wish.person().value())
                .param("subject", wish.about().subject().value())
                .param("since", Timestamp.from(since))
                .param("next", Timestamp.from(next))
                .update();
    }

    /** What others did; the person knows what they did themself. */
    public Counts count(PersonRef person, Instant from, Instant until) {
        return db.sql(
                        """
                        SELECT count(*) AS all_of_them, count(*) FILTER (WHERE family = :refused) AS refused
                          FROM citoyen.usage
                         WHERE person = :person AND written_at >= :from AND written_at < :until
                           AND family IN (:exchanges, :dossiers, :refused)
                        """)
                .param("person", person.value())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("exchanges", Family.ECHANGES.code())
                .param("dossiers", Family.DOSSIERS.code())
                .param("refused", Family.REFUS.code())
                .query((row, _) -> new Counts(row.getLong("all_of_them"), row.getLong("refused")))
                .single();
    }

    public void forget(PersonRef person) {
        db.sql("DELETE FROM citoyen.recapitulatif WHERE person = :person")
                .param("person", person.value())
                .update();
    }

    /** One of a person's letters. */
    public void forget(PersonRef person, PersonRef subject) {
        db.sql("DELETE FROM citoyen.recapitulatif WHERE person = :person AND subject = :subject")
                .param("person", person.value())
                .param("subject", subject.value())
                .update();
    }

    private static @Nullable String siren(Wish wish) {
        var siren = wish.about().siren();
        return siren == null ? null : siren.value();
    }

    private byte[] seal(Wish wish) {
        var reader = wish.reader();
        var content = new Content(reader.name(), reader.email().value(), reader.language());
        return keyring.seal(SEAL + wish.person().value(), json.writeValueAsBytes(content));
    }

    private Reader open(PersonRef person, byte[] sealed) {
        var content = json.readValue(keyring.open(SEAL + person.value(), sealed), Content.class);
        return new Reader(
                content.name(), EmailAddress.parse(content.email()).orThrow(), content.language());
    }

    private static Rythme rythme(String word) {
        return Rythme.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
