package fr.socle.identity.operator;

import fr.socle.directory.Actor;
import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.Directory;
import fr.socle.directory.SessionCookie;
import fr.socle.directory.Sessions;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.operator.OperatorAct.Deed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * That an agent proved himself strongly, bound to the session that the proof opened: with a key,
 * with a recovery code, or at his administration's provider at level eidas2.
 */
@Component
public class StrongSignIns {

    /** How long a proof opens the operator's pages. */
    public static final Duration FRESH = Duration.ofMinutes(15);

    /** A form that was opened in time may still be sent: what was typed is not lost. */
    public static final Duration SENDING = FRESH.multipliedBy(2);

    /** How somebody proved himself. */
    public enum Way {
        CLE,
        SECOURS,
        FEDERATION;

        private String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final List<String> STRONG = List.of("eidas2", "eidas3");

    private final JdbcClient db;
    private final Directory directory;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Trail trail;

    StrongSignIns(
            JdbcClient db,
            Directory directory,
            Sessions sessions,
            SessionCookie cookie,
            Trail trail) {
        this.db = db;
        this.directory = directory;
        this.sessions = sessions;
        this.cookie = cookie;
        this.trail = trail;
    }

    /**
     * Opens a session for an agent who proved himself. The browser's older one ends: somebody else
     * may know it.
     *
     * @return false when the agent may enter nowhere
     */
    @Transactional
    public boolean enter(
            AgentId id, Way way, HttpServletRequest request, HttpServletResponse response) {
        var agent = directory.agent(id).filter(Agent::active);
        var secret = agent.flatMap(_ -> sessions.openAnywhere(id));
        if (agent.isEmpty() || secret.isEmpty()) {
            return false;
        }
        note(secret.get(), agent.get(), way);
        SessionCookie.read(request).ifPresent(sessions::close);
        cookie.put(request, response, secret.get());
        return true;
    }

    /**
     * A session that the federation opened counts when it says that the agent has just proved
     * himself, at eidas2 or higher.
     */
    @Transactional
    public void federated(String secret, Agent agent, String acr, Instant authTime) {
        if (STRONG.contains(acr) && authTime.isAfter(trail.now().minus(FRESH))) {
            note(secret, agent, Way.FEDERATION);
        }
    }

    private void note(String secret, Agent agent, Way way) {
        db.sql(
                        """
                        INSERT INTO identity.strong_sign_in (session_hash, agent, way, proved_at)
                        VALUES (:hash, :agent, :way, :now)
                        """)
                .param("hash", Secrets.hash(secret))
                .param("agent", agent.id().value())
                .param("way", way.code())
                .param("now", Timestamp.from(trail.now()))
                .update();
        trail.did(Actor.of(agent), Deed.PREUVE_FORTE, agent.id().toString(), way.code());
    }

    /** Whether this request's session was proved within this time. */
    public boolean proved(HttpServletRequest request, Duration within) {
        return SessionCookie.read(request).filter(it -> proved(it, within)).isPresent();
    }

    private boolean proved(String secret, Duration within) {
        return db.sql(
                                """
                        SELECT count(*) FROM identity.strong_sign_in
                         WHERE session_hash = :hash AND proved_at > :since
                        """)
                        .param("hash", Secrets.hash(secret))
                        .param("since", Timestamp.from(trail.now().minus(within)))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void purge() {
        db.sql("DELETE FROM identity.strong_sign_in WHERE proved_at <= :since")
                .param("since", Timestamp.from(trail.now().minus(SENDING)))
                .update();
    }
}
