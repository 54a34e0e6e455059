package fr.socle.identity.partner;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.ClientSecrets;
import fr.socle.identity.partner.ConnectedServices.Issued;
import fr.socle.identity.partner.trace.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Secrets and keys of connected services, and how they are replaced. */
@Component
public class Credentials {

    /** For how many days the old secret may go on beside the new one. */
    public static final List<Integer> OVERLAPS = List.of(7, 1, 30, 0);

    private final Moves moves;
    private final ClientSecrets secrets;

    Credentials(Moves moves, ClientSecrets secrets) {
        this.moves = moves;
        this.secrets = secrets;
    }

    /**
     * A new secret. The old one holds beside it for as long as was announced; one that was still
     * held from before goes at once.
     */
    public Change<Issued> renew(Wish wish, Duration overlap) {
        var secret = new AtomicReference<@Nullable String>();
        var until = overlap.isZero() ? null : moves.now().plus(overlap);
        var change =
                moves.on(
                        wish,
                        present -> {
                            if (!hasSecret(present)) {
                                return Change.refused("overlap", "identity.partner.secret.none");
                            }
                            secret.set(secrets.issue(present.client(), until).orElseThrow());
                            return told(Act.SECRET_RENEWED, wish.actor(), present, until);
                        });
        return issued(change, secret.get());
    }

    /** Ends the old secret before its announced moment. */
    public Change<ConnectedService> dropPrevious(Wish wish) {
        return moves.on(
                wish,
                present -> {
                    secrets.dropPrevious(present.id());
                    return told(Act.SECRET_RENEWED, wish.actor(), present, null);
                });
    }

    /** The keys were read again; they hold from now on. */
    public Change<ConnectedService> keysRead(Wish wish, List<String> names) {
        return moves.on(
                wish,
                present -> {
                    var done = moves.write(present);
                    moves.note(Act.KEYS_READ, wish.actor(), present, String.join(", ", names));
                    if (done instanceof Change.Done<ConnectedService>(var after)) {
                        moves.tell(Act.KEYS_READ, after, null, "");
                    }
                    return done;
                });
    }

    /** Whether it has a secret at all. */
    public static boolean hasSecret(ConnectedService service) {
        var keys = service.client().keys();
        return keys.auth() != ClientAuth.PRIVATE_KEY_JWT || keys.needsSecret();
    }

    private Change<ConnectedService> told(
            Act act, Actor actor, ConnectedService present, @Nullable Instant until) {
        var done = moves.write(present);
        if (done instanceof Change.Done<ConnectedService>(var after)) {
            moves.note(act, actor, after, until == null ? "" : until.toString());
            moves.tell(act, after, until == null ? moves.now() : until, "");
        }
        return done;
    }

    private static Change<Issued> issued(Change<ConnectedService> change, @Nullable String secret) {
        return switch (change) {
            case Change.Done<ConnectedService>(var it) -> new Change.Done<>(new Issued(it, secret));
            case Change.Stale<ConnectedService>(var it) -> new Change.Stale<>(new Issued(it, null));
            case Change.Refused<ConnectedService>(var field, var why) ->
                    new Change.Refused<>(field, why);
            case Change.Unknown<ConnectedService> _ -> new Change.Unknown<>();
        };
    }
}
