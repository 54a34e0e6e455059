package fr.socle.identity.store;

import fr.socle.identity.operator.Blocks;
import fr.socle.identity.sso.Acquaintance;
import fr.socle.identity.store.PersonStore.KnownSubject;
import fr.socle.identity.usager.store.PreferenceStore;
import fr.socle.kernel.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who arrives from a provider, with all that decides whether the sign-in goes on: in one question,
 * because each that is asked apart costs both sides as much as a small page.
 */
@Component
public class ArrivalStore {

    /** An account at a provider. */
    public record Account(String provider, String sub) {}

    /**
     * What is known of who arrives.
     *
     * @param shutOut whether an operator shut the person out
     * @param blocked what the person blocked, as {@link PreferenceStore#block} says it; or empty
     * @param subjects those that the service's sector knows; the one in force first
     */
    public record Known(
            PersonRef person, boolean shutOut, String blocked, List<KnownSubject> subjects) {}

    private static final String KNOWN =
            """
            SELECT known.person, %s AS shut_out, %s AS blocked,
                   ARRAY(%s AND s.in_force ORDER BY sub) AS in_force,
                   ARRAY(%s AND NOT s.in_force ORDER BY sub) AS former
              FROM identity.account known JOIN identity.civil_status USING (person)
             WHERE known.provider = :provider AND known.sub = :sub AND fingerprint = :print
               AND used_in >= :month
            """
                    .formatted(Blocks.SHUT_OUT, PreferenceStore.BLOCKED, subjects(), subjects());

    private static final String ACQUAINTED =
            """
            SELECT %s AS blocked,
                   ARRAY(%s AND s.in_force ORDER BY sub) AS in_force,
                   ARRAY(%s AND NOT s.in_force ORDER BY sub) AS former,
                   (SELECT a.scopes FROM identity.consent a
                     WHERE a.person = known.person AND a.client_id = :client
                       AND a.withdrawn_at IS NULL) AS agreed
              FROM (VALUES (:person)) AS known (person)
            """
                    .formatted(PreferenceStore.BLOCKED, subjects(), subjects());

    private final JdbcClient db;

    ArrivalStore(JdbcClient db) {
        this.db = db;
    }

    private static String subjects() {
        return "SELECT s.sub FROM identity.subject s WHERE s.sector = :sector AND s.person = known.person";
    }

    /**
     * The person of this account, if {@link PersonStore#keep} would change nothing: the civil
     * status has this fingerprint, and was used in this month.
     */
    public Optional<Known> unchanged(
            Account account, byte[] fingerprint, String clientId, String sector, Instant now) {
        return db.sql(KNOWN)
                .param("provider", account.provider())
                .param("sub", account.sub())
                .param("print", fingerprint)
                .param("month", PersonStore.month(now))
                .param("client", clientId)
                .param("sector", sector)
                .query((row, _) -> known(row))
                .optional();
    }

    /** What this person, who came by this provider, and this service are to each other. */
    public Acquaintance acquaintance(
            PersonRef person, String provider, String clientId, String sector) {
        return db.sql(ACQUAINTED)
                .param("person", person.value())
                .param("provider", provider)
                .param("client", clientId)
                .param("sector", sector)
                .query(
                        (row, _) ->
                                new Acquaintance(
                                        !row.getString("blocked").isEmpty(),
                                        subjects(row),
                                        agreed(row)))
                .single();
    }

    private static Optional<Set<String>> agreed(ResultSet row) throws SQLException {
        return row.getArray("agreed") == null
                ? Optional.empty()
                : Optional.of(Set.copyOf(ClientStore.texts(row, "agreed")));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new PersonRef(row.getObject("person", UUID.class)),
                row.getBoolean("shut_out"),
                row.getString("blocked"),
                subjects(row));
    }

    private static List<KnownSubject> subjects(ResultSet row) throws SQLException {
        var subjects = new java.util.ArrayList<KnownSubject>();
        ClientStore.texts(row, "in_force").forEach(it -> subjects.add(new KnownSubject(it, true)));
        ClientStore.texts(row, "former").forEach(it -> subjects.add(new KnownSubject(it, false)));
        return subjects;
    }
}
