package fr.socle.demarches.builder;

import fr.socle.demarches.DemarcheId;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The days on which procedures open and close by themselves, and what takes their place. */
@Component
public class Calendriers {

    private final JdbcClient db;
    private final DemarcheStore store;
    private final DemarcheBuilder.Trace trace;

    Calendriers(JdbcClient db, DemarcheStore store, DemarcheBuilder.Trace trace) {
        this.db = db;
        this.store = store;
        this.trace = trace;
    }

    public Calendrier of(DemarcheId id) {
        return db.sql(
                        "SELECT opens_on, closes_on, replaced_by FROM demarches.demarche WHERE id = :id")
                .param("id", id.value())
                .query(
                        (row, _) ->
                                new Calendrier(
                                        row.getObject("opens_on", LocalDate.class),
                                        row.getObject("closes_on", LocalDate.class),
                                        replacement(row.getObject("replaced_by", UUID.class))))
                .optional()
                .orElse(Calendrier.ALWAYS);
    }

    /** The day on which a published procedure will open, while that is ahead. */
    public Optional<LocalDate> opening(DemarcheId id) {
        return db.sql(
                        """
                        SELECT opens_on FROM demarches.demarche
                         WHERE id = :id AND state = 'publiee'
                           AND opens_on > (now() AT TIME ZONE 'Europe/Paris')::date
                        """)
                .param("id", id.value())
                .query(LocalDate.class)
                .optional();
    }

    /**
     * Only a procedure of the same organisation that was published may take its place.
     *
     * @param version the one that the writer saw
     */
    @Transactional
    public Change<Demarche> set(Actor actor, DemarcheId id, Calendrier calendrier, long version) {
        var present = store.lock(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        var opens = calendrier.opens();
        var closes = calendrier.closes();
        if (opens != null && closes != null && closes.isBefore(opens)) {
            return Change.refused("closes", "demarches.calendrier.order");
        }
        if (!mayReplace(present, calendrier.replacement())) {
            return Change.refused("replacement", "demarches.calendrier.replacement.unknown");
        }
        if (!write(id, calendrier, version)) {
            return new Change.Stale<>(present);
        }
        var where = present.fiche().organisation();
        trace.journal().append(new BuilderAct.CalendrierChange(actor, where, id, calendrier));
        return new Change.Done<>(store.find(id).orElseThrow());
    }

    private boolean mayReplace(Demarche present, @Nullable DemarcheId other) {
        return other == null
                || !other.equals(present.id())
                        && store.find(other)
                                .filter(it -> !(it instanceof Demarche.Brouillon))
                                .map(it -> it.fiche().organisation())
                                .equals(Optional.of(present.fiche().organisation()));
    }

    private boolean write(DemarcheId id, Calendrier calendrier, long version) {
        var opens = calendrier.opens();
        var closes = calendrier.closes();
        var other = calendrier.replacement();
        return db.sql(
                                """
                                UPDATE demarches.demarche
                                   SET opens_on = :opens, closes_on = :closes, replaced_by = :other,
                                       version = version + 1, changed_at = :now
                                 WHERE id = :id AND version = :version
                                """)
                        .param("opens", opens == null ? null : Date.valueOf(opens))
                        .param("closes", closes == null ? null : Date.valueOf(closes))
                        .param("other", other == null ? null : other.value())
                        .param("now", Timestamp.from(trace.clock().instant()))
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    private static @Nullable DemarcheId replacement(@Nullable UUID id) {
        return id == null ? null : new DemarcheId(id);
    }
}
