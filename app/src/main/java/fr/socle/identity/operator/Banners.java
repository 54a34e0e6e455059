package fr.socle.identity.operator;

import fr.socle.directory.Actor;
import fr.socle.identity.operator.OperatorAct.Deed;
import fr.socle.ui.Announcement;
import fr.socle.ui.Announcements;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The messages that operators show where people sign in. Each node reads them every second. */
@Component
public class Banners implements Announcements {

    /** The choice of a provider, an agent's e-mail address, and the choice between the two. */
    private static final Pattern WHERE =
            Pattern.compile("/connexion|/[a-z-]+/api/v2/interaction/[^/]+(/courriel)?");

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MOST = 50;

    private record Read(List<Banner> banners, Instant at) {}

    private final JdbcClient db;
    private final Trail trail;
    private volatile @Nullable Read read;

    Banners(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    @Override
    public List<Announcement> at(String path, String language) {
        if (!WHERE.matcher(path).matches()) {
            return List.of();
        }
        var now = trail.now();
        return lately(now).stream()
                .filter(it -> it.isShown(now))
                .map(
                        it ->
                                new Announcement(
                                        it.level(),
                                        language.equals("fr") ? it.french() : it.english()))
                .toList();
    }

    private List<Banner> lately(Instant now) {
        var known = read;
        if (known == null || !known.at().plus(KEPT).isAfter(now)) {
            known = new Read(readable(now), now);
            read = known;
        }
        return known.banners();
    }

    /** Nothing while the database is away: the page that says so needs none. */
    private List<Banner> readable(Instant now) {
        try {
            return since(now);
        } catch (DataAccessException away) {
            return List.of();
        }
    }

    /** Those to come, those shown, and the last that are over; the latest first. */
    public List<Banner> all() {
        return since(Instant.EPOCH);
    }

    private List<Banner> since(Instant end) {
        return db.sql(
                        """
                        SELECT id, level, text_fr, text_en, shown_from, shown_until FROM identity.banner
                         WHERE shown_until > :end ORDER BY shown_from DESC, id LIMIT :most
                        """)
                .param("end", Timestamp.from(end))
                .param("most", MOST)
                .query(
                        (row, _) ->
                                new Banner(
                                        row.getObject("id", UUID.class),
                                        row.getString("level"),
                                        row.getString("text_fr"),
                                        row.getString("text_en"),
                                        row.getTimestamp("shown_from").toInstant(),
                                        row.getTimestamp("shown_until").toInstant()))
                .list();
    }

    @Transactional
    public void publish(Actor actor, Banner banner) {
        db.sql(
                        """
                        INSERT INTO identity.banner (id, level, text_fr, text_en, shown_from, shown_until)
                        VALUES (:id, :level, :fr, :en, :from, :until)
                        """)
                .param("id", banner.id())
                .param("level", banner.level())
                .param("fr", banner.french())
                .param("en", banner.english())
                .param("from", Timestamp.from(banner.from()))
                .param("until", Timestamp.from(banner.until()))
                .update();
        trail.did(actor, Deed.ANNONCE_PUBLIEE, banner.id().toString(), banner.french());
    }

    @Transactional
    public Saved remove(Actor actor, UUID id) {
        var removed = db.sql("DELETE FROM identity.banner WHERE id = :id").param("id", id).update();
        if (removed == 0) {
            return new Saved.Unknown();
        }
        trail.did(actor, Deed.ANNONCE_RETIREE, id.toString(), "");
        return new Saved.Done(id.toString());
    }
}
