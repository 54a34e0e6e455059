package fr.socle.demarches.partage;

import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.depot.Stored;
import fr.socle.demarches.dossier.Dossier.Brouillon;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.dossier.Fiche;
import fr.socle.demarches.trace.Accesses;
import fr.socle.directory.Secrets;
import fr.socle.journal.Journal;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.PersonRef;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a usager fill a draft with others. They see it and write in it; its usager alone deposits
 * it, throws it away and invites. Their access ends when the usager takes it back, when they
 * renounce, and at the deposit.
 */
@Service
public class Partages {

    /** How long an invitation may be answered. */
    public static final Duration LIFE = Duration.ofDays(14);

    /** Invitations of one draft, those that ended included. */
    public static final int MOST = 10;

    private static final int TOKEN_BYTES = 32;

    private final PartageStore store;
    private final DossierStore dossiers;
    private final PartagePost post;
    private final Trace trace;
    private final SecureRandom random = new SecureRandom();

    /** The journal and the time. */
    @Component("partageTrace")
    record Trace(Journal journal, Accesses accesses, Clock clock) {

        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    Partages(PartageStore store, DossierStore dossiers, PartagePost post, Trace trace) {
        this.store = store;
        this.dossiers = dossiers;
        this.post = post;
        this.trace = trace;
    }

    /** What became of a wish to invite. */
    public enum Invited {
        DONE,
        /** The address is that of the usager, or of somebody who was invited already. */
        KNOWN,
        TOO_MANY,
        /** It is no draft any more. */
        GONE
    }

    /** What became of an answer to an invitation. */
    public enum Answered {
        DONE,
        /** It is their own draft, or they fill it already. */
        OWN,
        /** Answered by another, taken back, or too old. */
        GONE
    }

    /** A draft of another person, in a list. */
    public record Shared(
            DossierId id, String title, String organisation, String owner, Instant changedAt) {}

    /** An invitation, for whoever has its token. */
    public record Invitation(Fiche fiche, CoRedacteur invited) {}

    /** Those who fill it with its usager, and those who were asked. */
    public List<CoRedacteur> of(DossierId dossier) {
        return store.of(dossier, trace.now());
    }

    /**
     * @param cession whether they are to take the draft over, and not to fill it together
     */
    @Transactional
    public Invited invite(Brouillon draft, EmailAddress to, boolean cession) {
        var fiche = draft.fiche();
        var now = trace.now();
        if (!store.lock(fiche.id())) {
            return Invited.GONE;
        }
        if (same(to, fiche.usager().email().value())
                || store.of(fiche.id(), now).stream().anyMatch(it -> same(to, it.email()))) {
            return Invited.KNOWN;
        }
        if (store.sent(fiche.id()) >= MOST) {
            return Invited.TOO_MANY;
        }
        var token = fresh();
        var id = UUID.randomUUID();
        var until = now.plus(LIFE);
        store.insert(id, fiche.id(), to, cession, Secrets.hash(token), now, until);
        var invited = new CoRedacteur(id, fiche.id(), to.value(), cession, null, "", until);
        var what = cession ? PartageAct.What.OFFRE : PartageAct.What.INVITATION;
        trace.journal.append(new PartageAct(what, fiche, invited));
        post.invite(fiche, invited, to, token);
        return Invited.DONE;
    }

    /** The usager takes back an invitation, or the access of somebody. */
    @Transactional
    public boolean withdraw(Brouillon draft, UUID id) {
        return store.of(draft.id(), trace.now()).stream()
                .filter(it -> it.id().equals(id))
                .anyMatch(it -> end(draft.fiche(), it, PartageAct.What.RETRAIT));
    }

    /** Whoever fills the draft of another leaves it. */
    @Transactional
    public boolean renounce(Brouillon draft, PersonRef person) {
        return store.of(draft.id(), person)
                .map(it -> end(draft.fiche(), it, PartageAct.What.RENONCIATION))
                .orElse(false);
    }

    private boolean end(Fiche fiche, CoRedacteur other, PartageAct.What what) {
        if (!store.end(other.id(), fiche.id(), trace.now())) {
            return false;
        }
        trace.journal.append(new PartageAct(what, fiche, other));
        return true;
    }

    /** The invitation of this token, while it may be answered. */
    public Optional<Invitation> invitation(String token) {
        return store.invited(Secrets.hash(token), trace.now())
                .flatMap(
                        it ->
                                dossiers.find(it.dossier())
                                        .map(d -> new Invitation(d.dossier().fiche(), it)));
    }

    /**
     * @param name of whoever accepts, as its usager will read it
     */
    @Transactional
    public Answered accept(String token, PersonRef person, String name) {
        var invitation = invitation(token).orElse(null);
        if (invitation == null
                || invitation.invited().cession()
                || !store.lock(invitation.fiche().id())) {
            return Answered.GONE;
        }
        var fiche = invitation.fiche();
        if (fiche.person().equals(person) || store.of(fiche.id(), person).isPresent()) {
            return Answered.OWN;
        }
        if (!store.accept(Secrets.hash(token), person, name)) {
            return Answered.GONE;
        }
        var accepted = store.of(fiche.id(), person).orElseThrow();
        trace.journal.append(new PartageAct(PartageAct.What.ACCEPTATION, fiche, accepted));
        return Answered.DONE;
    }

    @Transactional
    public Answered refuse(String token) {
        var invitation = invitation(token).orElse(null);
        if (invitation == null
                || !end(invitation.fiche(), invitation.invited(), PartageAct.What.RENONCIATION)) {
            return Answered.GONE;
        }
        if (invitation.invited().cession()) {
            post.answered(invitation.fiche(), invitation.invited(), CessionLetter.What.REFUSEE);
        }
        return Answered.DONE;
    }

    /**
     * In the transaction in which the draft changes its usager: both are told, and nobody else
     * fills it any more.
     *
     * @param after the draft under its new usager
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void ceded(Invitation invitation, Fiche after) {
        var taker = invitation.invited().as(after.person(), after.usager().name());
        store.forget(after.id());
        trace.journal.append(new PartageAct(PartageAct.What.CESSION, invitation.fiche(), taker));
        post.answered(invitation.fiche(), taker, CessionLetter.What.ACCEPTEE);
        post.answered(after, taker, CessionLetter.What.RECUE);
    }

    /** The drafts of others that this person fills. */
    public List<Shared> shared(PersonRef person) {
        return store.shared(person);
    }

    /**
     * The draft of another that this person fills; that they open it is in the journal on return.
     * Outside any transaction.
     */
    public Optional<Stored> open(DossierId id, PersonRef person) {
        return seen(id, person, PartageAct.What.CONSULTATION);
    }

    /** As {@link #open}, for whoever writes in it. */
    public Optional<Stored> write(DossierId id, PersonRef person) {
        return seen(id, person, PartageAct.What.ECRITURE);
    }

    private Optional<Stored> seen(DossierId id, PersonRef person, PartageAct.What what) {
        return store.of(id, person)
                .flatMap(other -> dossiers.find(id).map(it -> noted(it, what, other, person)))
                .filter(it -> it.dossier() instanceof Brouillon);
    }

    private Stored noted(Stored seen, PartageAct.What what, CoRedacteur other, PersonRef person) {
        var fiche = seen.dossier().fiche();
        trace.accesses.shared(new PartageAct(what, fiche, other), fiche.id(), person.value());
        return seen;
    }

    /** Whoever is forgotten fills no draft of others, and is named in none. */
    public void forget(PersonRef person) {
        store.forget(person);
    }

    private static boolean same(EmailAddress one, String other) {
        return one.value().equalsIgnoreCase(other);
    }

    private String fresh() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
