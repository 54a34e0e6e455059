package fr.socle.identity.operator;

import fr.socle.directory.Actor;
import fr.socle.identity.keys.SigningKeys;
import fr.socle.identity.operator.OperatorAct.Deed;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The signing keys of the issuers of this house, and their lives. */
@Component
public class KeyDesk {

    /** Where a key is in its life. */
    public enum Stage {
        /** Published, and does not sign yet. */
        NEXT,
        SIGNS,
        /** Signs no more; what it signed still verifies. */
        RETIRED
    }

    /**
     * A key that is published.
     *
     * @param owner the issuer's name in this house
     * @param until when it goes; null while it has no successor
     */
    public record KeyLine(
            String kid, String owner, Stage stage, Instant from, @Nullable Instant until) {}

    private record Row(String kid, String owner, Instant from, @Nullable Instant until) {}

    private final JdbcClient db;
    private final SigningKeys keys;
    private final Trail trail;

    KeyDesk(JdbcClient db, SigningKeys keys, Trail trail) {
        this.db = db;
        this.keys = keys;
        this.trail = trail;
    }

    /** By owner, the newest first. */
    public List<KeyLine> all() {
        var now = trail.now();
        var rows =
                db.sql(
                                """
                                SELECT kid, owner, signs_from, kept_until FROM identity.signing_key
                                 WHERE kept_until IS NULL OR kept_until > :now
                                 ORDER BY owner, signs_from DESC, kid
                                """)
                        .param("now", Timestamp.from(now))
                        .query((row, _) -> row(row))
                        .list();
        return rows.stream().map(it -> line(it, rows, now)).toList();
    }

    private static Row row(java.sql.ResultSet row) throws java.sql.SQLException {
        var until = row.getTimestamp("kept_until");
        return new Row(
                row.getString("kid"),
                row.getString("owner"),
                row.getTimestamp("signs_from").toInstant(),
                until == null ? null : until.toInstant());
    }

    private static KeyLine line(Row row, List<Row> rows, Instant now) {
        var signing =
                rows.stream()
                        .filter(it -> it.owner().equals(row.owner()) && !it.from().isAfter(now))
                        .findFirst();
        var stage =
                row.from().isAfter(now)
                        ? Stage.NEXT
                        : signing.filter(row::equals).isPresent() ? Stage.SIGNS : Stage.RETIRED;
        return new KeyLine(row.kid(), row.owner(), stage, row.from(), row.until());
    }

    private Optional<KeyLine> find(String kid) {
        return all().stream().filter(it -> it.kid().equals(kid)).findFirst();
    }

    /** Publishes the next key, which signs in an hour; refused while one waits already. */
    @Transactional
    public Saved rotate(Actor actor, String owner) {
        var theirs = all().stream().filter(it -> it.owner().equals(owner)).toList();
        if (theirs.isEmpty()) {
            return new Saved.Unknown();
        }
        if (theirs.stream().anyMatch(it -> it.stage() == Stage.NEXT)) {
            return new Saved.Refused(
                    "owner", fr.socle.kernel.Refusal.of("identity.keys.already", owner));
        }
        keys.rotate(owner);
        trail.did(actor, Deed.CLE_TOURNEE, owner, "");
        return new Saved.Done(owner);
    }

    /** Takes a key back at once: what it signed verifies no more, another signs. */
    @Transactional
    public Saved revoke(Actor actor, String kid, String reason) {
        var key = find(kid);
        if (key.isEmpty()) {
            return new Saved.Unknown();
        }
        keys.revoke(key.get().owner(), kid);
        trail.did(actor, Deed.CLE_REVOQUEE, kid, reason);
        return new Saved.Done(kid);
    }
}
