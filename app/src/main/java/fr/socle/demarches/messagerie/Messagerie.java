package fr.socle.demarches.messagerie;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.letter.DossierPost;
import fr.socle.demarches.letter.SuiviPost;
import fr.socle.demarches.trace.DossierAct;
import fr.socle.demarches.trace.DossierAct.About;
import fr.socle.journal.Journal;
import fr.socle.ui.access.Visitor;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the usager and the agents in charge write to each other. Message, journal and letters
 * together or not at all. Whoever calls has checked who may.
 */
@Service
public class Messagerie {

    private final MessageStore store;
    private final Journal journal;
    private final DossierPost post;
    private final SuiviPost suivi;
    private final Clock clock;

    Messagerie(
            MessageStore store, Journal journal, DossierPost post, SuiviPost suivi, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.post = post;
        this.suivi = suivi;
        this.clock = clock;
    }

    /**
     * The oldest first. What the other side wrote counts as read from now on.
     *
     * @param byUsager whether the usager reads, else an agent
     */
    @Transactional
    public List<DossierMessage> opened(Depose dossier, boolean byUsager) {
        store.read(dossier.id(), byUsager, clock.instant());
        return store.of(dossier.id());
    }

    /**
     * To the usager.
     *
     * @param id of the form: it sends once
     */
    @Transactional
    public void write(UUID id, Depose dossier, Visitor.Agent agent, String body) {
        if (store.insert(id, dossier.id(), agent.agent(), body, clock.instant())) {
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
        if (store.insert(id, dossier.id(), null, body, clock.instant())) {
            journal.append(new DossierAct.MessageFromUsager(About.of(dossier)));
            suivi.written(dossier, id);
        }
    }
}
