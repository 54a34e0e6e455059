package fr.socle.identity.sso;

import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Held;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.operator.PersonShutOut;
import fr.socle.identity.store.FederationSessionStore;
import fr.socle.identity.store.FederationSessionStore.Ends;
import fr.socle.identity.store.FederationSessionStore.Proof;
import fr.socle.identity.store.FederationSessionStore.Row;
import fr.socle.kernel.PersonRef;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in at a federation. The browser holds a secret, the database its hash; the row is
 * read at each use, so that a session that somebody ends is over on every node at once.
 */
@Component
public class FederationSessions {

    private static final String CONTEXT = "identity.federation-session.";
    private static final String CLAIMS = "claims";
    private static final String ID_TOKEN = "id_token";

    /** How long after its end the services to which a session led are remembered. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** How what is written is written. */
    @Component
    record Tools(SealedMap seals, Secrets secrets, Clock clock) {}

    /**
     * The session that a sign-in belongs to.
     *
     * @param secret for the browser; null when it keeps the one that it has
     */
    public record Joined(UUID session, @Nullable String secret) {}

    private final FederationSessionStore store;
    private final Leaving leaving;
    private final Owners owners;
    private final Tools tools;

    FederationSessions(FederationSessionStore store, Leaving leaving, Owners owners, Tools tools) {
        this.store = store;
        this.leaving = leaving;
        this.owners = owners;
        this.tools = tools;
    }

    /** Who this browser is signed in as. */
    public Optional<FederationSession> current(HttpServletRequest request, Federation federation) {
        var now = tools.clock().instant();
        return row(request, federation).filter(it -> it.expiresAt().isAfter(now)).map(this::opened);
    }

    /** As {@link #current}, or who it was until lately: whoever leaves now leaves all of it. */
    public Optional<FederationSession> remembered(
            HttpServletRequest request, Federation federation) {
        return row(request, federation).map(this::opened);
    }

    private Optional<Row> row(HttpServletRequest request, Federation federation) {
        return FederationCookie.read(request, federation)
                .flatMap(
                        it ->
                                store.bySecret(
                                        federation, Secrets.hash(it), tools.clock().instant()));
    }

    @SuppressWarnings("unchecked")
    private FederationSession opened(Row row) {
        var bare = row.session();
        if (row.sealed().length == 0) {
            return bare;
        }
        var members = tools.seals().open(CONTEXT + bare.id(), row.sealed());
        return new FederationSession(
                bare.id(),
                bare.federation(),
                bare.person(),
                bare.provider(),
                bare.acr(),
                bare.amr(),
                bare.authTime(),
                (Map<String, Object>) members.getOrDefault(CLAIMS, Map.of()),
                String.valueOf(members.getOrDefault(ID_TOKEN, "")));
    }

    /**
     * Lets a sign-in join the session that it came from, or opens one for who has just proved who
     * they are. Whoever else was signed in here leaves.
     *
     * @param here the browser's session until now, expired or not
     * @return empty when the session that the sign-in came from ended meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Joined> join(Held held, Client client, Optional<FederationSession> here) {
        return held.session() == null
                ? Optional.of(opened(held, client, here))
                : goneOn(held, client);
    }

    private Optional<Joined> goneOn(Held held, Client client) {
        return store.touch(held.joined(), tools.clock().instant(), slid(client.federation()))
                ? Optional.of(new Joined(held.joined(), null))
                : Optional.empty();
    }

    /** When a session that is used now ends; null where its first end holds. */
    public @Nullable Ends slid(Federation federation) {
        var life = federation.session();
        return life.slides() ? ends(life, tools.clock().instant()) : null;
    }

    private Joined opened(Held held, Client client, Optional<FederationSession> here) {
        var secret = tools.secrets().fresh();
        var ends = ends(client.federation().session(), tools.clock().instant());
        var owner = owners.of(held.person(), held.provider(), held.claims());
        if (here.isPresent()) {
            var same = session(here.get().id(), held, client);
            if (store.renew(same, proof(same, secret, owner), ends)) {
                return new Joined(same.id(), secret);
            }
            leaving.endQuietly(here.get().id());
        }
        var fresh = session(UUID.randomUUID(), held, client);
        store.insert(fresh, proof(fresh, secret, owner), ends);
        return new Joined(fresh.id(), secret);
    }

    private static FederationSession session(UUID id, Held held, Client client) {
        return new FederationSession(
                id,
                client.federation(),
                held.person(),
                held.provider(),
                held.acr(),
                held.amr(),
                Instant.ofEpochSecond(held.authTime()),
                held.claims(),
                held.idToken());
    }

    private Proof proof(FederationSession session, String secret, byte[] owner) {
        var sealed =
                tools.seals()
                        .seal(
                                CONTEXT + session.id(),
                                Map.of(CLAIMS, session.claims(), ID_TOKEN, session.idToken()));
        return new Proof(Secrets.hash(secret), owner, sealed);
    }

    private static Ends ends(Federation.Session life, Instant now) {
        var expires = now.plus(life.life());
        return new Ends(expires, expires.plus(REMEMBERED));
    }

    /** Whether this service's id_token, with this sid or subject, came from this session. */
    public boolean isOf(FederationSession session, String clientId, String sid, String subject) {
        return store.knows(session.id(), clientId, sid, subject);
    }

    /** Ends every session of this person, on our pages too, and tells the services. */
    public void endAllOf(PersonRef person) {
        leaving.endAllOf(person);
    }

    /**
     * Ends every session of an agent, on our pages too, and tells the services.
     *
     * @param subject of the account, as the provider knows it
     */
    public void endAllOf(String provider, String subject) {
        leaving.endAllOf(provider, subject);
    }

    /** The operator shut this person out: in the same transaction all their sessions end. */
    @EventListener
    void leave(PersonShutOut shutOut) {
        endAllOf(shutOut.person());
    }

    /** Everybody leaves this service, and stays signed in elsewhere. */
    public void endAllOf(Federation federation, String clientId) {
        leaving.leaveService(federation, clientId, null);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT2M")
    void purge() {
        store.purge(tools.clock().instant());
    }
}
