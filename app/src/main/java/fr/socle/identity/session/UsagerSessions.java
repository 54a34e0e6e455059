package fr.socle.identity.session;

import fr.socle.identity.UsagerConnecte;
import fr.socle.identity.Usagers;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.IdentityAct.Deconnexion;
import fr.socle.identity.federation.OurClients;
import fr.socle.identity.keys.SealedMap;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.sso.Sids;
import fr.socle.identity.store.UsagerSessionStore;
import fr.socle.identity.store.UsagerSessionStore.Row;
import fr.socle.journal.Journal;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.access.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sessions of usagers on the pages of this house. The browser holds a secret, the database its hash
 * and, sealed, what the federation said.
 */
@Component
public class UsagerSessions implements Usagers {

    public static final Duration IDLE = Duration.ofMinutes(30);
    public static final Duration LIFE = Duration.ofHours(12);

    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);
    private static final String CONTEXT = "identity.usager-session.";
    private static final String ID_TOKEN = "id_token";
    private static final String PROVIDER = "idp_id";

    /** How what is written is written. */
    @Component
    record Tools(SealedMap seals, Secrets secrets, Clock clock) {}

    private final UsagerSessionStore store;
    private final Tools tools;
    private final Journal journal;
    private final Clients clients;

    UsagerSessions(UsagerSessionStore store, Tools tools, Journal journal, Clients clients) {
        this.store = store;
        this.tools = tools;
        this.journal = journal;
        this.clients = clients;
    }

    /**
     * Opens a session and gives its secret, for the person's browser alone.
     *
     * @param claims as the federation gave them
     * @param idToken to be shown to the federation when the person leaves
     */
    public String open(PersonRef person, Map<String, Object> claims, String idToken) {
        var id = UUID.randomUUID();
        var secret = tools.secrets().fresh();
        var now = tools.clock().instant();
        var kept = new LinkedHashMap<>(claims);
        kept.put(ID_TOKEN, idToken);
        var sealed = tools.seals().seal(CONTEXT + id, kept);
        var sid = Sids.named(idToken).orElse(null);
        store.insert(id, Secrets.hash(secret), person, sealed, sid, now, now.plus(LIFE));
        return secret;
    }

    /** Who holds this secret, now. Notes the use, at most once a minute. */
    public Visitor recognise(String secret) {
        var now = tools.clock().instant();
        var found = store.bySecret(Secrets.hash(secret), now, now.minus(IDLE));
        found.filter(it -> it.touchedAt().isBefore(now.minus(TOUCH_EVERY)))
                .ifPresent(it -> store.touch(it.id(), it.touchedAt(), now));
        return found.<Visitor>map(it -> visitor(it, ReleasedClaims.of(claims(it))))
                .orElse(Visitor.ANONYMOUS);
    }

    private static Visitor visitor(Row row, ReleasedClaims claims) {
        return new Visitor.Usager(row.id(), row.person(), claims.displayName());
    }

    @Override
    public UsagerConnecte connected(Visitor.Usager visitor) {
        var now = tools.clock().instant();
        var row =
                store.byId(visitor.session(), now, now.minus(IDLE)).orElseThrow(SignInNeeded::new);
        var claims = ReleasedClaims.of(claims(row));
        return new UsagerConnecte(
                row.person(),
                claims.pivot(now),
                EmailAddress.parse(claims.email()).orThrow(),
                claims.usedName(),
                row.openedAt());
    }

    /**
     * Ends the session and says so in the journal.
     *
     * @return the id_token of its sign-in; empty when it had ended
     */
    public Optional<String> close(Visitor.Usager visitor) {
        var now = tools.clock().instant();
        var row = store.byId(visitor.session(), now, now.minus(IDLE));
        if (row.isEmpty() || !store.delete(visitor.session())) {
            return Optional.empty();
        }
        var client = clients.find(OurClients.USAGERS).orElseThrow();
        journal.appendAlone(new Deconnexion(visitor.person(), client));
        return Optional.of(String.valueOf(claims(row.get()).get(ID_TOKEN)));
    }

    /** Ends all sessions of this person; gives how many. Who asks says so in the journal. */
    public int closeAll(PersonRef person) {
        return store.deleteAll(person);
    }

    /** The uid of the provider that identified the person for this session, or empty. */
    public String provider(Visitor.Usager visitor) {
        var now = tools.clock().instant();
        return store.byId(visitor.session(), now, now.minus(IDLE))
                .map(it -> claims(it).get(PROVIDER))
                .map(String::valueOf)
                .orElse("");
    }

    private Map<String, Object> claims(Row row) {
        return tools.seals().open(CONTEXT + row.id(), row.sealed());
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT7M")
    void purge() {
        var now = tools.clock().instant();
        store.purge(now, now.minus(IDLE));
    }
}
