package fr.socle.identity.operator;

import fr.socle.directory.Actor;
import fr.socle.house.Tries;
import fr.socle.identity.usager.SignInCodes;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.PersonRef;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
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

    /**
     * A sign-in that was found.
     *
     * @param code twelve characters
     */
    public record Found(
            String code, PersonRef person, String clientId, String provider, Instant at) {}

    private static final Tries.Door DOOR = new Tries.Door("identity.reference", false);
    private static final String ANYWHERE = "*";

    private final JdbcClient db;
    private final SignInCodes codes;
    private final Tries tries;
    private final Clock clock;

    SignInReferences(JdbcClient db, SignInCodes codes, Tries tries, Clock clock) {
        this.db = db;
        this.codes = codes;
        this.tries = tries;
        this.clock = clock;
    }

    /** What is noted beside a sign-in, so that its code finds the person. */
    public String of(String transaction) {
        return codes.of(transaction).replace("-", "");
    }

    /**
     * As {@link #find(String)}, for somebody who may be guessing, wherever he sits.
     *
     * @throws fr.socle.house.TooManyTries when he was wrong too often
     */
    Optional<Found> find(Actor actor, String code) {
        var attempt = tries.begin(DOOR, String.valueOf(actor.id()), ANYWHERE);
        var found = find(code);
        if (found.isEmpty()) {
            attempt.wrong();
        }
        return found;
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

    /** A code as people copy it, without its hyphens. */
    public static Parsed<String> parse(String typed) {
        return SignInCodes.parse(typed) instanceof Parsed.Valid<String>(var code)
                ? Parsed.valid(code.replace("-", ""))
                : Parsed.invalid("identity.operator.reference");
    }

    public static String spaced(String code) {
        return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
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
