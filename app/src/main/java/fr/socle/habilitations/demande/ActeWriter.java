package fr.socle.habilitations.demande;

import fr.socle.directory.Actor;
import fr.socle.habilitations.store.ActeStore;
import fr.socle.habilitations.trace.Acte;
import fr.socle.habilitations.trace.ActeEntry;
import fr.socle.habilitations.webhook.Announcer;
import fr.socle.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Tells each act in the history, in the journal, to whoever requested and to programs. */
@Component
class ActeWriter {

    private final ActeStore acts;
    private final Journal journal;
    private final DemandePost post;
    private final Announcer announcer;
    private final Clock clock;

    ActeWriter(
            ActeStore acts, Journal journal, DemandePost post, Announcer announcer, Clock clock) {
        this.acts = acts;
        this.journal = journal;
        this.post = post;
        this.announcer = announcer;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void write(Acte act, Actor actor, Demande after, String motif) {
        acts.insert(act, after.dossier(), actor.id(), motif, now());
        journal.append(new ActeEntry(act, actor, after, motif));
        announcer.announce(act, after, now());
        if (act.told()) {
            post.tell(act, after, motif);
        }
    }

    void tellTerm(Demande demande, String step, LocalDate until) {
        var act = step.equals(Acte.EXPIREE.code()) ? Acte.EXPIREE : Acte.RAPPEL;
        acts.insert(act, demande.dossier(), null, "", now());
        journal.append(new ActeEntry(act, Actor.CONSOLE, demande, ""));
        announcer.announce(act, demande, now());
        post.tellTerm(demande, step, until);
    }
}
