package fr.socle.demarches.messagerie;

import fr.socle.demarches.depot.Joined;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.letter.DossierPost;
import fr.socle.demarches.letter.SuiviPost;
import fr.socle.demarches.trace.DossierAct;
import fr.socle.demarches.trace.DossierAct.About;
import fr.socle.journal.Journal;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.Pieces;
import fr.socle.ui.access.Visitor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the usager and the agents in charge write to each other. Message, journal and letters
 * together or not at all. Whoever calls has checked who may.
 */
@Service
public class Messagerie {

    /** Because it goes when its dossier does, and nobody knows that day yet. */
    private static final LocalDate WITH_ITS_DOSSIER = LocalDate.of(9999, 12, 31);

    private final MessageStore store;
    private final Journal journal;
    private final DossierPost post;
    private final SuiviPost suivi;
    private final Pieces pieces;
    private final Clock clock;

    Messagerie(
            MessageStore store,
            Journal journal,
            DossierPost post,
            SuiviPost suivi,
            Pieces pieces,
            Clock clock) {
        this.store = store;
        this.journal = journal;
        this.post = post;
        this.suivi = suivi;
        this.pieces = pieces;
        this.clock = clock;
    }

    /**
     * The oldest first. What the other side wrote counts as read from now on.
     *
     * @param byUsager whether the usager reads, else an agent
     */
    @Transactional
    public List<DossierMessage> opened(Depose dossier, boolean byUsager) {
        var messages = store.of(dossier.id());
        if (messages.stream().noneMatch(it -> it.fromAgent() == byUsager && it.readAt() == null)) {
            return messages;
        }
        store.read(dossier.id(), byUsager, clock.instant());
        return store.of(dossier.id());
    }

    /** Of each of these, the oldest first; nothing counts as read by it. */
    public Map<DossierId, List<DossierMessage>> of(Collection<DossierId> dossiers) {
        return store.of(dossiers);
    }

    /** About which dossier a message was written. */
    public Optional<DossierId> dossierOf(UUID message) {
        return store.dossierOf(message);
    }

    /**
     * Takes a message back that an agent wrote: its words are gone for both sides.
     *
     * @return false for a message of the usager, or one that was taken back before
     */
    @Transactional
    public boolean takeBack(UUID message, Depose dossier, Visitor.Agent agent) {
        var piece = store.pieceOf(message);
        if (!store.discard(message, dossier.id(), clock.instant())) {
            return false;
        }
        piece.ifPresent(it -> pieces.purge(it, "message retiré par le service"));
        journal.append(new DossierAct.MessageTakenBack(About.of(dossier), agent));
        return true;
    }

    /**
     * To the usager.
     *
     * @param id of the form: it sends once
     */
    @Transactional
    public void write(UUID id, Depose dossier, Visitor.Agent agent, String body) {
        write(id, dossier, agent, body, null);
    }

    /**
     * To the usager, with a file.
     *
     * @param piece of which {@link Joined#ownerOfMessages} is the owner; null: none
     */
    @Transactional
    public void write(
            UUID id, Depose dossier, Visitor.Agent agent, String body, @Nullable PieceId piece) {
        if (store.insert(id, dossier.id(), agent.agent(), body, piece, clock.instant())) {
            if (piece != null) {
                pieces.keepUntil(piece, WITH_ITS_DOSSIER);
            }
            journal.append(new DossierAct.MessageFromService(About.of(dossier), agent));
            post.written(dossier, id);
        }
    }

    /**
     * To the agents in charge.
     *
     * @param id of the form: it sends once
     */
    @Transactional
    public void write(UUID id, Depose dossier, String body) {
        if (store.insert(id, dossier.id(), null, body, null, clock.instant())) {
            journal.append(new DossierAct.MessageFromUsager(About.of(dossier)));
            suivi.written(dossier, id);
        }
    }
}
