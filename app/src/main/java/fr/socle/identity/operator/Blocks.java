package fr.socle.identity.operator;

import fr.socle.directory.Actor;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.operator.OperatorAct.PersonneBloquee;
import fr.socle.identity.operator.OperatorAct.PersonneCherchee;
import fr.socle.identity.operator.SignInReferences.Found;
import fr.socle.identity.store.ArrivalStore.Known;
import fr.socle.kernel.PersonRef;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Persons who are shut out. An operator reaches one by the code of one of her sign-ins, and learns
 * neither her name nor her other sign-ins.
 */
@Component
public class Blocks {

    /** Whether {@code known.person} is shut out, as a condition of a query. */
    public static final String SHUT_OUT =
            "EXISTS (SELECT FROM identity.blocked_person o WHERE o.person = known.person)";

    private static final String CONTEXT = "identity.blocked-person.";

    /** Since when, and why. */
    public record Block(Instant since, String reason) {}

    private final JdbcClient db;
    private final SealedMap seals;
    private final SignInReferences references;
    private final ApplicationEventPublisher events;
    private final Trail trail;

    Blocks(
            JdbcClient db,
            SealedMap seals,
            SignInReferences references,
            ApplicationEventPublisher events,
            Trail trail) {
        this.db = db;
        this.seals = seals;
        this.references = references;
        this.events = events;
        this.trail = trail;
    }

    /**
     * Lets the sign-in of this person go on.
     *
     * @throws PersonBlocked when she is shut out
     */
    public void demandOpen(PersonRef person) {
        if (of(person).isPresent()) {
            throw new PersonBlocked();
        }
    }

    /** The same, of who was just read. */
    public void demandOpen(Known known) {
        if (known.shutOut()) {
            throw new PersonBlocked();
        }
    }

    public Optional<Block> of(PersonRef person) {
        return db.sql("SELECT sealed, blocked_at FROM identity.blocked_person WHERE person = :ref")
                .param("ref", person.value())
                .query(
                        (row, _) ->
                                new Block(
                                        row.getTimestamp("blocked_at").toInstant(),
                                        seals.openText(
                                                CONTEXT + person.value(), row.getBytes("sealed"))))
                .optional();
    }

    /** The sign-in of this code; that an operator read it is in the journal before he does. */
    public Optional<Found> look(Actor actor, String code) {
        var found = references.find(actor, code);
        found.ifPresent(it -> trail.saw(new PersonneCherchee(actor, it.person())));
        return found;
    }

    /** Shuts the person out: no sign-in from now on, and whatever is open ends on every node. */
    @Transactional
    public Saved block(Actor actor, String code, String reason) {
        var found = references.find(actor, code);
        if (found.isEmpty()) {
            return new Saved.Unknown();
        }
        var person = found.get().person();
        var changed =
                db.sql(
                                """
                                INSERT INTO identity.blocked_person (person, sealed, blocked_at)
                                VALUES (:ref, :sealed, :now)
                                ON CONFLICT (person) DO NOTHING
                                """)
                        .param("ref", person.value())
                        .param("sealed", seals.sealText(CONTEXT + person.value(), reason))
                        .param("now", Timestamp.from(trail.now()))
                        .update();
        if (changed == 1) {
            end(person);
            trail.did(new PersonneBloquee(actor, person, reason, true));
        }
        return new Saved.Done(code);
    }

    private void end(PersonRef person) {
        db.sql("DELETE FROM identity.usager_session WHERE person = :ref")
                .param("ref", person.value())
                .update();
        db.sql(
                        """
                        UPDATE identity.sign_in SET state = 'revoked'
                         WHERE person = :ref AND state IN ('held', 'coded', 'redeemed')
                        """)
                .param("ref", person.value())
                .update();
        events.publishEvent(new PersonShutOut(person));
    }

    @Transactional
    public Saved unblock(Actor actor, String code, String reason) {
        var found = references.find(actor, code);
        if (found.isEmpty()) {
            return new Saved.Unknown();
        }
        var person = found.get().person();
        var changed =
                db.sql("DELETE FROM identity.blocked_person WHERE person = :ref")
                        .param("ref", person.value())
                        .update();
        if (changed == 1) {
            trail.did(new PersonneBloquee(actor, person, reason, false));
        }
        return new Saved.Done(code);
    }
}
