package fr.socle.habilitations.message;

import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.habilitations.HabilitationId;
import fr.socle.habilitations.demande.Cote;
import fr.socle.habilitations.demande.Demande;
import fr.socle.habilitations.demande.DemandePost;
import fr.socle.habilitations.store.DemandeStore;
import fr.socle.habilitations.store.MessageStore;
import fr.socle.habilitations.trace.MessageEntry;
import fr.socle.journal.Journal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Both sides write to each other about a request. The message, its letter and its entry are one.
 */
@Component
public class DemandeMessages {

    private final MessageStore store;
    private final DemandeStore demandes;
    private final DemandePost post;
    private final Journal journal;
    private final Clock clock;

    DemandeMessages(
            MessageStore store,
            DemandeStore demandes,
            DemandePost post,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.demandes = demandes;
        this.post = post;
        this.journal = journal;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<DemandeMessage> of(HabilitationId id) {
        return store.of(id);
    }

    /** Those of these requests whose last message the other side wrote. */
    public Set<HabilitationId> unanswered(Cote reader, Collection<HabilitationId> ids) {
        var other = reader == Cote.DEMANDEUR ? Cote.INSTRUCTEUR : Cote.DEMANDEUR;
        return ids.isEmpty() ? Set.of() : store.lastWordBy(other, ids);
    }

    /**
     * Whether anybody reads what is written here: nobody does once the request was put away, nor
     * while it was never sent.
     */
    public static boolean open(Demande demande) {
        return switch (demande) {
            case Demande.Archivee _ -> false;
            case Demande.Brouillon it -> it.reopened();
            case Demande.Soumise _,
                    Demande.AModifier _,
                    Demande.Accordee _,
                    Demande.Refusee _,
                    Demande.Revoquee _ ->
                    true;
        };
    }

    /**
     * @param body of 1 to {@link DemandeMessage#LONGEST} characters
     */
    @Transactional
    public Change<Demande> write(Actor actor, Cote side, HabilitationId id, String body) {
        var demande = demandes.find(id).orElse(null);
        if (demande == null) {
            return new Change.Unknown<>();
        }
        if (!open(demande)) {
            return Change.refused("message", "habilitations.message.closed");
        }
        var place = store.insert(id, side, actor.id(), body, clock.instant());
        journal.append(new MessageEntry(actor, id, side));
        post.tellMessage(demande, side, place, store.lastInstructor(id).orElse(null));
        return new Change.Done<>(demande);
    }
}
