package fr.socle.identity.operator;

import fr.socle.identity.keys.Secrets;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.PersonRef;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The code of a sign-in, which is shown to the person and which a service or a report of fraud
 * quotes. It finds the person for six months; nothing else does.
 */
@Component
public class SignInReferences {

    /** As long as FranceConnect keeps the history of sign-ins. */
    public static final Period KEPT = Period.ofMonths(6);

    /** Without the letters that are read as digits (Crockford's base 32). */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;

    /**
     * A sign-in that was found.
     *
     * @param code twelve characters
     */
    public record Found(
            String code, PersonRef person, String clientId, String provider, Instant at) {}

    private final JdbcClient db;
    private final Secrets secrets;
    private final Clock clock;

    SignInReferences(JdbcClient db, Secrets secrets, Clock clock) {
        this.db = db;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The code of this transaction, in groups of four: the same at every call, on every node. */
    public String of(String transaction) {
        return spaced(code(transaction));
    }

    /** Remembers whose sign-in it is, in the caller's transaction. */
    public void note(String transaction, PersonRef person, String clientId, String provider) {
        db.sql(
                        """
                        INSERT INTO identity.sign_in_reference (code, person, client_id, provider, noted_at)
                        VALUES (:code, :person, :client, :provider, :now)
                        ON CONFLICT (code) DO NOTHING
                        """)
                .param("code", code(transaction))
                .param("person", person.value())
                .param("client", clientId)
                .param("provider", provider)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    public Optional<Found> find(String code) {
        return db.sql(
                        """
                        SELECT code, person, client_id, provider, noted_at FROM identity.sign_in_reference
                         WHERE code = :code AND noted_at > :since
                        """)
                .param("code", code)
                .param("since", Timestamp.from(since()))
                .query(
                        (row, _) ->
                                new Found(
                                        row.getString("code"),
                                        new PersonRef(row.getObject("person", UUID.class)),
                                        row.getString("client_id"),
                                        row.getString("provider"),
                                        row.getTimestamp("noted_at").toInstant()))
                .optional();
    }

    /** A code as people copy it: small letters, blanks, hyphens, and letters read as digits. */
    public static Parsed<String> parse(String typed) {
        var code =
                typed.replaceAll("[\\s-]", "")
                        .toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return code.length() == LENGTH && code.chars().allMatch(it -> ALPHABET.indexOf(it) >= 0)
                ? Parsed.valid(code)
                : Parsed.invalid("identity.operator.reference");
    }

    public static String spaced(String code) {
        return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
    }

    private String code(String transaction) {
        var mac = secrets.hmac("sign-in-reference", transaction);
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(mac[i] & 31));
        }
        return code.toString();
    }

    private Instant since() {
        return clock.instant().atZone(ZoneOffset.UTC).minus(KEPT).toInstant();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT9M")
    void purge() {
        db.sql("DELETE FROM identity.sign_in_reference WHERE noted_at <= :since")
                .param("since", Timestamp.from(since()))
                .update();
    }
}
