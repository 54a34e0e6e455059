package fr.socle.habilitations.demande;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Demande.Dossier;
import fr.socle.habilitations.demande.Demande.Redigeable;
import fr.socle.habilitations.demande.Demande.Revocable;
import fr.socle.habilitations.demande.Demande.Soumise;
import fr.socle.habilitations.store.DemandeStore;
import fr.socle.habilitations.trace.Acte;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The acts on requests. Each is one transaction: the state, the history, the journal and the letter
 * are written together or not at all. Of two persons at once, the second gets {@link Change.Stale}.
 */
@Component
public class Demandes {

    private final DemandeStore store;
    private final Grants grants;
    private final ActeWriter writer;

    Demandes(DemandeStore store, Grants grants, ActeWriter writer) {
        this.store = store;
        this.grants = grants;
        this.writer = writer;
    }

    public Optional<Demande> find(HabilitationId id) {
        return store.find(id);
    }

    /** A new request. */
    @Transactional
    public Change<Demande> submit(Actor actor, OrganisationId organisation, Contenu content) {
        var id = new HabilitationId(UUID.randomUUID());
        var made = new Soumise(new Dossier(id, organisation, actor.id(), content, 0, 1));
        store.insert(made, writer.now());
        writer.write(Acte.DEMANDE, actor, made, "");
        return done(id);
    }

    /** Answers a demand for changes, or reopens what was granted. */
    @Transactional
    public Change<Demande> submitAgain(
            Actor actor, HabilitationId id, Contenu content, long version) {
        var present = store.find(id).orElse(null);
        return switch (present) {
            case null -> new Change.Unknown<>();
            case Redigeable it when is(present, version) -> {
                var act = it instanceof Demande.Accordee ? Acte.REOUVERTURE : Acte.DEMANDE;
                yield move(act, actor, it.soumettre(content, actor.id()), "");
            }
            case Demande it -> new Change.Stale<>(it);
        };
    }

    /** Decides on what waits for a decision. */
    @Transactional
    public Change<Demande> decide(Actor actor, HabilitationId id, Verdict verdict, long version) {
        var present = store.find(id).orElse(null);
        return switch (present) {
            case null -> new Change.Unknown<>();
            case Soumise it when is(it, version) -> decide(actor, it, verdict);
            case Demande it -> new Change.Stale<>(it);
        };
    }

    private Change<Demande> decide(Actor actor, Soumise it, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accorder _ -> {
                var granted = it.accorder();
                var change = move(Acte.ACCORDEE, actor, granted, "");
                if (change instanceof Change.Done<Demande>) {
                    grants.grant(granted.dossier(), actor.id(), writer.now());
                }
                yield change;
            }
            case Verdict.DemanderModifications(var motif) ->
                    move(
                            Acte.MODIFICATIONS_DEMANDEES,
                            actor,
                            it.demanderModifications(motif),
                            motif);
            case Verdict.Refuser(var motif) -> move(Acte.REFUSEE, actor, it.refuser(motif), motif);
        };
    }

    /** Ends every version, from the next call on, on every node. */
    @Transactional
    public Change<Demande> revoke(Actor actor, HabilitationId id, String motif, long version) {
        var present = store.find(id).orElse(null);
        return switch (present) {
            case null -> new Change.Unknown<>();
            case Revocable it when it.founded() && is(present, version) -> {
                var change = move(Acte.REVOQUEE, actor, it.revoquer(motif), motif);
                if (change instanceof Change.Done<Demande>) {
                    grants.revoke(id, motif, actor.id(), writer.now());
                }
                yield change;
            }
            case Demande it -> new Change.Stale<>(it);
        };
    }

    private Change<Demande> move(Acte act, Actor actor, Demande after, String motif) {
        var id = after.dossier().id();
        if (!store.update(after, writer.now())) {
            return new Change.Stale<>(store.find(id).orElseThrow());
        }
        writer.write(act, actor, after, motif);
        return done(id);
    }

    private static boolean is(Demande present, long version) {
        return present.dossier().version() == version;
    }

    private Change<Demande> done(HabilitationId id) {
        return new Change.Done<>(store.find(id).orElseThrow());
    }
}
