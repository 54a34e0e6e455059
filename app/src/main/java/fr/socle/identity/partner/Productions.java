package fr.socle.identity.partner;

import fr.socle.directory.Change;
import fr.socle.identity.federation.Client;
import fr.socle.identity.partner.Stage.Production;
import fr.socle.identity.partner.Stage.Requested;
import fr.socle.identity.partner.Stage.Sandbox;
import fr.socle.identity.partner.trace.Act;
import fr.socle.identity.spi.ClientEligibility.Status;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way of a service from the sandbox to the public, and back. */
@Component
public class Productions {

    private final Moves moves;
    private final Standing standing;

    Productions(Moves moves, Standing standing) {
        this.moves = moves;
        this.standing = standing;
    }

    /**
     * Asks for the public. With an active habilitation the service opens at once; else it waits for
     * one, or for the operator where no block speaks for habilitations. Asking again while it waits
     * looks again.
     */
    public Change<ConnectedService> request(Wish wish) {
        // because nothing is asked of another block while the row is locked
        var habilitated =
                standing.habilitation(wish.clientId())
                        .filter(it -> it == Status.ACTIVE)
                        .isPresent();
        return moves.on(wish, present -> request(wish, present, habilitated));
    }

    private Change<ConnectedService> request(
            Wish wish, ConnectedService present, boolean habilitated) {
        if (isHere(present.client().redirectUris())) {
            return Change.refused(ServiceForm.REDIRECTS, "identity.partner.address.here");
        }
        return switch (present.stage()) {
            case Sandbox sandbox -> {
                var requested = sandbox.request(moves.now());
                yield habilitated
                        ? open(wish, present, requested)
                        : moves.move(
                                Act.PRODUCTION_REQUESTED, wish.actor(), at(present, requested), "");
            }
            case Requested requested ->
                    habilitated ? open(wish, present, requested) : new Change.Done<>(present);
            case Production _ -> new Change.Done<>(present);
        };
    }

    /** The operator opens a service; refused where the habilitation decides. */
    public Change<ConnectedService> approve(Wish wish) {
        var decided = standing.habilitation(wish.clientId()).isPresent();
        return moves.on(
                wish,
                present ->
                        decided
                                ? Change.refused(
                                        "decision", "identity.partner.habilitation.decides")
                                : present.stage() instanceof Requested requested
                                        ? open(wish, present, requested)
                                        : Change.refused(
                                                "decision", "identity.partner.not-requested"));
    }

    /** The operator sends a request back, with a reason. */
    public Change<ConnectedService> refuse(Wish wish, String why) {
        return moves.on(
                wish,
                present ->
                        present.stage() instanceof Requested requested
                                ? moves.move(
                                        Act.PRODUCTION_REFUSED,
                                        wish.actor(),
                                        at(present, requested.refuse(moves.now())),
                                        why)
                                : Change.refused("decision", "identity.partner.not-requested"));
    }

    /** Back to the sandbox: the public is turned away from the next second on. */
    public Change<ConnectedService> close(Wish wish) {
        return moves.on(
                wish,
                present ->
                        switch (present.stage()) {
                            case Production production -> close(wish, present, production);
                            case Requested _, Sandbox _ ->
                                    Change.refused("decision", "identity.partner.not-open");
                        });
    }

    private Change<ConnectedService> close(
            Wish wish, ConnectedService present, Production production) {
        var closed = at(sandbox(present, true), production.close(moves.now()));
        return moves.move(Act.PRODUCTION_CLOSED, wish.actor(), closed, "");
    }

    private Change<ConnectedService> open(
            Wish wish, ConnectedService present, Requested requested) {
        var open = at(sandbox(present, false), requested.open(moves.now()));
        return moves.move(Act.PRODUCTION_OPENED, wish.actor(), open, "");
    }

    private static ConnectedService sandbox(ConnectedService present, boolean sandbox) {
        Client client = present.client();
        return Moves.with(present, client.with(client.keys(), client.rules().in(sandbox)));
    }

    private static ConnectedService at(ConnectedService present, Stage stage) {
        return new ConnectedService(
                present.client(),
                present.organisation(),
                stage,
                present.contacts(),
                present.previousUntil(),
                present.version());
    }

    /** Whether one of these lies on the machine of whoever develops. */
    static boolean isHere(List<String> addresses) {
        return addresses.stream().anyMatch(Addresses::isHere);
    }
}
