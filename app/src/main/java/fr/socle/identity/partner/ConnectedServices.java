package fr.socle.identity.partner;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.OrganisationType;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.partner.trace.Act;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The services that organisations connect: registered, corrected, switched off and on. */
@Component
public class ConnectedServices {

    /** A client id: what it starts with, and random characters of {@link Secrets#fresh}. */
    private static final String PREFIX = "svc-";

    private static final int RANDOM = 22;

    private final ConnectedServiceStore store;
    private final Clients clients;
    private final Secrets secrets;
    private final Moves moves;

    ConnectedServices(ConnectedServiceStore store, Clients clients, Secrets secrets, Moves moves) {
        this.store = store;
        this.clients = clients;
        this.secrets = secrets;
        this.moves = moves;
    }

    /**
     * A service and the secret that it was just given.
     *
     * @param secret for the actor alone, told once; null when the service proves itself by its keys
     */
    public record Issued(ConnectedService service, @Nullable String secret) {

        /** Says nothing of the secret, so that no log line can carry it. */
        @Override
        public String toString() {
            return "Issued[" + service.id() + "]";
        }
    }

    public Optional<ConnectedService> find(String clientId) {
        return store.find(clientId);
    }

    /** By name; of every organisation when none is given. */
    public List<ConnectedService> of(@Nullable OrganisationId organisation, int size, long offset) {
        return store.of(organisation, size, offset);
    }

    public long count(@Nullable OrganisationId organisation) {
        return store.count(organisation);
    }

    /** Those that wait to be opened to the public, the longest first, a hundred at most. */
    public List<ConnectedService> requested() {
        return store.requested(100);
    }

    public List<Sector> sectors(OrganisationId organisation) {
        return store.sectors(organisation);
    }

    /** Registers a service in the sandbox, where it works at once. */
    @Transactional
    public Issued register(Actor actor, Organisation organisation, ConnectedServiceDraft draft) {
        var id = PREFIX + secrets.fresh().substring(0, RANDOM);
        var company = organisation.type() == OrganisationType.ENTREPRISE;
        var client = draft.fresh(id, organisation.name(), company);
        var secret = clients.register(client);
        store.insert(client, organisation.id(), draft.contacts(), moves.now());
        var service = store.find(id).orElseThrow();
        moves.note(Act.REGISTERED, actor, service, draft.federation().code());
        return new Issued(service, Credentials.hasSecret(service) ? secret.orElseThrow() : null);
    }

    public Change<ConnectedService> change(Wish wish, ConnectedServiceDraft draft) {
        return moves.on(wish, present -> change(wish.actor(), present, draft));
    }

    private Change<ConnectedService> change(
            Actor actor, ConnectedService present, ConnectedServiceDraft draft) {
        var refused = refusal(present, draft);
        if (refused != null) {
            return refused;
        }
        var after =
                new ConnectedService(
                        draft.of(present.client()),
                        present.organisation(),
                        present.stage(),
                        draft.contacts(),
                        present.previousUntil(),
                        present.version());
        var changed = TypedService.changed(present, after);
        var done = moves.write(after);
        moves.note(Act.CHANGED, actor, after, String.join(", ", changed));
        return done;
    }

    private static @Nullable Change<ConnectedService> refusal(
            ConnectedService present, ConnectedServiceDraft draft) {
        if (draft.keys().needsSecret() && !present.client().keys().needsSecret()) {
            return Change.refused(ServiceForm.ID_TOKEN_ALG, "identity.partner.hs256.late");
        }
        if (present.inProduction() && !present.client().scopes().containsAll(draft.scopes())) {
            return Change.refused(ServiceForm.SCOPES, "identity.partner.scope.production");
        }
        return present.inProduction() && Productions.isHere(draft.redirectUris())
                ? Change.refused(ServiceForm.REDIRECTS, "identity.partner.address.here")
                : null;
    }

    /** Switches the service off, or on again; holds on every node within seconds. */
    public Change<ConnectedService> activate(Wish wish, boolean active) {
        return moves.on(
                wish,
                present ->
                        moves.move(
                                active ? Act.REACTIVATED : Act.DEACTIVATED,
                                wish.actor(),
                                Moves.with(present, present.client().switched(active)),
                                ""));
    }
}
