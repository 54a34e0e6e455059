package fr.socle.identity.usager.store;

import fr.socle.directory.Actor;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.usager.FraudDraft;
import fr.socle.identity.usager.FraudReport;
import fr.socle.identity.usager.FraudReport.Nature;
import fr.socle.identity.usager.FraudReport.State;
import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reported frauds. What persons wrote is sealed. */
@Component
public class FraudStore {

    /** By which floods are seen: HMACs of where a report comes from and where its answer goes. */
    public record Limits(byte[] origin, byte[] addressee, Instant hour, Instant day) {}

    /**
     * A report without what was written.
     *
     * @param signedIn whether the person was
     */
    public record Summary(
            String number, Instant reportedAt, Nature nature, boolean signedIn, State state) {}

    private static final String CONTEXT = "identity.fraud.";
    private static final String NUMBER = "[0-9]{4}-[0-9]{6,18}";

    private final JdbcClient db;
    private final SealedMap seals;

    FraudStore(JdbcClient db, SealedMap seals) {
        this.db = db;
        this.seals = seals;
    }

    /** Lets one report at a time count the others, until the transaction ends. */
    public void lock() {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended('identity.fraud_report', 7))")
                .query(rows -> {});
    }

    public long fromOrigin(Limits limits) {
        return counted("origin = :it AND reported_at > :since", limits.origin(), limits.hour());
    }

    public long toAddress(Limits limits) {
        return counted(
                "addressee = :it AND reported_at > :since", limits.addressee(), limits.day());
    }

    public long ofPerson(PersonRef person, Limits limits) {
        return counted("person = :it AND reported_at > :since", person.value(), limits.day());
    }

    public long ofStrangers(Limits limits) {
        return counted("(person IS NULL) = :it AND reported_at > :since", true, limits.hour());
    }

    private long counted(String condition, Object it, Instant since) {
        return db.sql("SELECT count(*) FROM identity.fraud_report WHERE " + condition)
                .param("it", it)
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    /** Gives its number. */
    public String insert(FraudDraft draft, Limits limits, int year, Instant now) {
        var seal = UUID.randomUUID();
        var person = draft.person();
        var sealed =
                seals.seal(
                        CONTEXT + seal,
                        Map.of(
                                "recit", draft.story(),
                                "courriel", draft.email().value(),
                                "langue", draft.language()));
        return db.sql(
                        """
                        INSERT INTO identity.fraud_report
                               (year, reported_at, nature, code, person, seal_id, sealed, state, changed_at,
                                origin, addressee)
                        VALUES (:year, :now, :nature, :code, :person, :seal, :sealed, 'recu', :now,
                                :origin, :addressee)
                        RETURNING year, id
                        """)
                .param("year", year)
                .param("now", Timestamp.from(now))
                .param("nature", draft.nature().code())
                .param("code", draft.code())
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("seal", seal)
                .param("sealed", sealed)
                .param("origin", limits.origin())
                .param("addressee", limits.addressee())
                .query((row, _) -> number(row))
                .single();
    }

    public Optional<FraudReport> find(String number) {
        return read(number, "");
    }

    /** As {@link #find}; others who would move it wait until the transaction ends. */
    public Optional<FraudReport> lock(String number) {
        return read(number, " FOR UPDATE");
    }

    private Optional<FraudReport> read(String number, String how) {
        if (!number.matches(NUMBER)) {
            return Optional.empty();
        }
        return db.sql("SELECT * FROM identity.fraud_report WHERE year = :year AND id = :id" + how)
                .param("year", Integer.parseInt(number.substring(0, 4)))
                .param("id", id(number))
                .query((row, _) -> report(row))
                .optional();
    }

    public List<FraudReport> of(PersonRef person) {
        return db.sql(
                        "SELECT * FROM identity.fraud_report WHERE person = :person ORDER BY id DESC LIMIT 200")
                .param("person", person.value())
                .query((row, _) -> report(row))
                .list();
    }

    public long count(String state) {
        return db.sql(
                        "SELECT count(*) FROM identity.fraud_report WHERE :state = '' OR state = :state")
                .param("state", state)
                .query(Long.class)
                .single();
    }

    public List<Summary> page(String state, int limit, long offset) {
        return db.sql(
                        """
                        SELECT * FROM identity.fraud_report WHERE :state = '' OR state = :state
                         ORDER BY state = 'clos', id LIMIT :limit OFFSET :offset
                        """)
                .param("state", state)
                .param("limit", limit)
                .param("offset", offset)
                .query(
                        (row, _) ->
                                new Summary(
                                        number(row),
                                        row.getTimestamp("reported_at").toInstant(),
                                        nature(row),
                                        row.getObject("person") != null,
                                        state(row)))
                .list();
    }

    public void move(String number, String state, Actor by, String outcome, Instant now) {
        db.sql(
                        """
                        UPDATE identity.fraud_report
                           SET state = :state, agent = :agent, agent_name = :name, outcome = :outcome,
                               changed_at = :now
                         WHERE id = :id
                        """)
                .param("state", state)
                .param("agent", by.id(), Types.OTHER)
                .param("name", by.name())
                .param("outcome", outcome)
                .param("now", Timestamp.from(now))
                .param("id", id(number))
                .update();
    }

    public void purge(Instant closedBefore, Instant reportedBefore) {
        db.sql(
                        """
                        DELETE FROM identity.fraud_report
                         WHERE state = 'clos' AND changed_at <= :closed OR reported_at <= :reported
                        """)
                .param("closed", Timestamp.from(closedBefore))
                .param("reported", Timestamp.from(reportedBefore))
                .update();
    }

    public void forgetOrigins(Instant before) {
        db.sql(
                        """
                        UPDATE identity.fraud_report SET origin = NULL, addressee = NULL
                         WHERE origin IS NOT NULL AND reported_at <= :before
                        """)
                .param("before", Timestamp.from(before))
                .update();
    }

    private FraudReport report(ResultSet row) throws SQLException {
        var person = row.getObject("person", UUID.class);
        var context = CONTEXT + row.getObject("seal_id", UUID.class);
        var written = seals.open(context, row.getBytes("sealed"));
        return new FraudReport(
                number(row),
                row.getTimestamp("reported_at").toInstant(),
                nature(row),
                row.getString("code"),
                person == null ? null : new PersonRef(person),
                new FraudReport.Words(
                        String.valueOf(written.get("recit")),
                        String.valueOf(written.get("courriel")),
                        String.valueOf(written.get("langue"))),
                state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        var since = row.getTimestamp("changed_at").toInstant();
        var agent = row.getString("agent_name");
        return switch (row.getString("state")) {
            case "recu" -> new State.Recu(since);
            case "pris-en-charge" -> new State.PrisEnCharge(agent, since);
            case "clos" -> new State.Clos(agent, since, row.getString("outcome"));
            default -> throw new IllegalStateException("a report is in a state of no name");
        };
    }

    private static Nature nature(ResultSet row) throws SQLException {
        return Nature.of(row.getString("nature")).orElse(Nature.AUTRE);
    }

    private static String number(ResultSet row) throws SQLException {
        return "%d-%06d".formatted(row.getInt("year"), row.getLong("id"));
    }

    private static long id(String number) {
        return Long.parseLong(number.substring(5));
    }
}
