package fr.socle.habilitations.demande;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Demande.Brouillon;
import fr.socle.habilitations.demande.Demande.Dossier;
import fr.socle.habilitations.demande.Demande.Soumise;
import fr.socle.habilitations.demande.Regles.Issue;
import fr.socle.habilitations.store.DemandeStore;
import fr.socle.habilitations.trace.Acte;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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

    /** In Paris, where terms are counted. */
    public LocalDate today() {
        return grants.today();
    }

    public Instant now() {
        return writer.now();
    }

    /**
     * Writes that a term comes near or is over, in the caller's transaction.
     *
     * @param step the word of the reminder, or {@code expiree}
     */
    public void tellTerm(Demande demande, String step, LocalDate until) {
        writer.tellTerm(demande, step, until);
    }

    /**
     * A new request, sent at once.
     *
     * @param id drawn by the caller: making it again gives what was made
     */
    @Transactional
    public Change<Demande> submit(
            Actor actor, OrganisationId organisation, HabilitationId id, Contenu content) {
        var dossier = new Dossier(id, organisation, actor.id(), content, null, 1);
        return begin(Acte.DEMANDE, actor, new Soumise(dossier));
    }

    /** As {@link #submit}, not sent yet. */
    @Transactional
    public Change<Demande> draft(
            Actor actor, OrganisationId organisation, HabilitationId id, Contenu content) {
        var dossier = new Dossier(id, organisation, actor.id(), content, null, 1);
        return begin(Acte.BROUILLON, actor, new Brouillon(dossier));
    }

    private Change<Demande> begin(Acte act, Actor actor, Demande made) {
        var dossier = made.dossier();
        if (store.insert(made, writer.now())) {
            writer.write(act, actor, made, "");
            return done(dossier.id());
        }
        return store.find(dossier.id())
                .filter(it -> it.dossier().organisation().equals(dossier.organisation()))
                .<Change<Demande>>map(Change.Done::new)
                .orElseGet(Change.Unknown::new);
    }

    /**
     * Carries out an order on the version that whoever orders was looking at.
     *
     * @param side where he stands, as {@link Cote#of} says
     */
    @Transactional
    public Change<Demande> act(
            Actor actor, Cote side, HabilitationId id, Ordre ordre, long version) {
        var present = store.find(id).orElse(null);
        if (present == null) {
            return new Change.Unknown<>();
        }
        if (present.dossier().version() != version) {
            return new Change.Stale<>(present);
        }
        var par = new Regles.Par(side, actor.id(), grants.today());
        return switch (Regles.apply(present, ordre, par)) {
            case Issue.Fait it -> move(actor, it);
            case Issue.PasDIci _ -> new Change.Stale<>(present);
            case Issue.PasDeCeCote _ -> new Change.Unknown<>();
            case Issue.Interdit(var why) -> Change.refused("ordre", why);
        };
    }

    private Change<Demande> move(Actor actor, Issue.Fait it) {
        var dossier = it.after().dossier();
        if (!store.update(it.after(), writer.now())) {
            return new Change.Stale<>(store.find(dossier.id()).orElseThrow());
        }
        if (it.act() == Acte.ACCORDEE) {
            grants.grant(dossier, actor.id(), writer.now());
        }
        if (it.act() == Acte.REVOQUEE) {
            grants.revoke(dossier.id(), it.motif(), actor.id(), writer.now());
        }
        writer.write(it.act(), actor, it.after(), it.motif());
        return done(dossier.id());
    }

    private Change<Demande> done(HabilitationId id) {
        return new Change.Done<>(store.find(id).orElseThrow());
    }
}
