package fr.socle.habilitations.delegation;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.Organisation;
import fr.socle.directory.OrganisationId;
import fr.socle.directory.Organisations;
import fr.socle.habilitations.Delegation;
import fr.socle.habilitations.Delegations;
import fr.socle.habilitations.Habilitation;
import fr.socle.habilitations.Habilitations;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.store.DelegationStore;
import fr.socle.habilitations.trace.DelegationEntry;
import fr.socle.journal.Journal;
import fr.socle.kernel.Siret;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives and takes back delegations. One that is taken back founds nothing from the next call on.
 */
@Component
public class HabilitationDelegations implements Delegations {

    private final DelegationStore store;
    private final Habilitations habilitations;
    private final Organisations organisations;
    private final Journal journal;
    private final Clock clock;

    HabilitationDelegations(
            DelegationStore store,
            Habilitations habilitations,
            Organisations organisations,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.habilitations = habilitations;
        this.organisations = organisations;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public List<Delegation> usable(OrganisationId editor, OrganisationId holder) {
        var founding =
                habilitations.usable(holder).stream()
                        .map(Habilitation::id)
                        .collect(Collectors.toSet());
        return store.received(editor).stream()
                .filter(it -> it.holder().equals(holder) && founding.contains(it.habilitation()))
                .toList();
    }

    /** Those of an habilitation that hold, the oldest first. */
    public List<Delegation> of(Demande demande) {
        return store.of(demande.dossier().id());
    }

    /** Those that this organisation received as an editor. */
    public List<Delegation> received(OrganisationId editor) {
        return store.received(editor);
    }

    /** Lets the active organisation of this SIRET call on the ground of what was granted. */
    @Transactional
    public Change<Delegation> give(Actor actor, Demande demande, Siret siret) {
        var dossier = demande.dossier();
        var editor = editor(siret);
        if (editor.isEmpty()) {
            return Change.refused("editeur", "habilitations.delegation.unknown");
        }
        if (editor.get().id().equals(dossier.organisation())) {
            return Change.refused("editeur", "habilitations.delegation.self");
        }
        if (!delegable(demande)) {
            return Change.refused("editeur", "habilitations.delegation.nothing");
        }
        var made =
                new Delegation(
                        UUID.randomUUID(),
                        dossier.id(),
                        dossier.organisation(),
                        editor.get().id(),
                        clock.instant(),
                        Optional.empty());
        if (!store.insert(made, actor.id())) {
            return Change.refused("editeur", "habilitations.delegation.twice");
        }
        journal.append(new DelegationEntry(actor, made, true));
        return new Change.Done<>(made);
    }

    /** Takes a delegation of this habilitation back; doing so twice changes nothing. */
    @Transactional
    public Change<Delegation> takeBack(Actor actor, Demande demande, UUID id) {
        var of = demande.dossier().id();
        var present = store.find(id).filter(it -> it.habilitation().equals(of));
        if (present.isEmpty()) {
            return new Change.Unknown<>();
        }
        if (store.revoke(of, id, actor.id(), clock.instant())) {
            journal.append(new DelegationEntry(actor, present.get(), false));
        }
        return new Change.Done<>(store.find(id).orElseThrow());
    }

    /** Whether there is something to delegate. */
    public static boolean delegable(Demande demande) {
        var ended = demande instanceof Demande.Revoquee || demande instanceof Demande.Archivee;
        return demande.dossier().granted() > 0 && !ended;
    }

    private Optional<Organisation> editor(Siret siret) {
        return organisations.active().stream().filter(it -> it.siret().equals(siret)).findFirst();
    }
}
