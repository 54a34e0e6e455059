package fr.socle.directory;

import fr.socle.directory.store.TokenStore;
import fr.socle.directory.trail.AccessAct.JetonCree;
import fr.socle.directory.trail.AccessAct.JetonRevoque;
import fr.socle.ui.access.Right;
import fr.socle.ui.access.Visitor;
import fr.socle.ui.access.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens with which programs call the APIs. The secret is told once; the database has its hash. */
@Component
public class ApiTokens {

    /** How a token starts, so that scanners of leaked secrets know it. */
    public static final String PREFIX = "socle_";

    /** Stands for the organisation of a caller that acts for none. */
    public static final UUID NO_ORGANISATION = new UUID(0, 0);

    private final TokenStore store;
    private final Roles roles;
    private final Secrets secrets;
    private final Written written;
    private final List<RightGuard> guards;

    ApiTokens(
            TokenStore store,
            Roles roles,
            Secrets secrets,
            Written written,
            ObjectProvider<RightGuard> guards) {
        this.store = store;
        this.roles = roles;
        this.secrets = secrets;
        this.written = written;
        this.guards = guards.stream().toList();
    }

    /**
     * A token that was just made.
     *
     * @param secret for the caller alone; nobody can read it again
     */
    public record Created(ApiToken token, String secret) {

        /** Says nothing of the secret, so that no log line can carry it. */
        @Override
        public String toString() {
            return "Created[" + token.id() + "]";
        }
    }

    @Transactional
    public Created create(Actor actor, ApiTokenDraft draft) {
        var secret = PREFIX + secrets.fresh();
        var now = written.now();
        var token =
                new ApiToken(
                        UUID.randomUUID(),
                        draft.label(),
                        draft.rights(),
                        now,
                        now.plus(draft.life()),
                        null,
                        null);
        store.insert(token, Secrets.hash(secret));
        written.journal().append(new JetonCree(actor, token.id(), token.label(), token.rights()));
        return new Created(token, secret);
    }

    /**
     * A token with every right, for whoever has access to the data folder or to the database.
     *
     * @return the secret, told once
     */
    @Transactional
    public String createForOperator(String label, Duration life) {
        var rights = roles.everyRight().stream().map(it -> it.code()).sorted().toList();
        return create(Actor.CONSOLE, new ApiTokenDraft(label, rights, life)).secret();
    }

    /** The token of this secret while it holds. Notes the day of use. */
    Optional<ApiToken> see(String secret) {
        var now = written.now();
        var token = store.see(Secrets.hash(secret), now);
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        token.filter(it -> !today.equals(it.lastUsed()))
                .ifPresent(it -> store.usedOn(it.id(), today));
        return token;
    }

    public Optional<ApiToken> find(ApiTokenId id) {
        return store.find(id.value());
    }

    public Listing<ApiToken> list(int size, long offset) {
        return store.list(size, offset);
    }

    /**
     * The codes of the rights that whoever sends this request can give a token: those that he holds
     * everywhere, and for which he has proved himself where that is asked.
     */
    public List<String> grantable(HttpServletRequest request) {
        var unproved = unproved(request).stream().map(RightGuard::right).toList();
        return roles.everyRight().stream()
                .filter(it -> holdsEverywhere(request, it) && !unproved.contains(it))
                .map(Right::code)
                .sorted()
                .toList();
    }

    /** What keeps back rights that he holds. */
    public List<RightGuard> unproved(HttpServletRequest request) {
        return guards.stream()
                .filter(it -> holdsEverywhere(request, it.right()) && !it.isProved(request))
                .toList();
    }

    private static boolean holdsEverywhere(HttpServletRequest request, Right right) {
        return Visitors.of(request) instanceof Visitor.Agent agent
                && agent.platformRights().contains(right);
    }

    /** Ends the token at once, on every node. Revoking twice changes nothing. */
    @Transactional
    public Change<ApiToken> revoke(Actor actor, ApiTokenId id) {
        var token = store.find(id.value()).orElse(null);
        if (token == null) {
            return new Change.Unknown<>();
        }
        if (store.revoke(id.value(), written.now())) {
            written.journal().append(new JetonRevoque(actor, id.value(), token.label()));
        }
        return new Change.Done<>(store.find(id.value()).orElseThrow());
    }
}
