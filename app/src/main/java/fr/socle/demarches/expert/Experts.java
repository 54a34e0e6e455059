package fr.socle.demarches.expert;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Dossier.Termine;
import fr.socle.demarches.dossier.DossierId;
import fr.socle.demarches.expert.Doors.Open;
import fr.socle.demarches.letter.SuiviPost;
import fr.socle.demarches.trace.ExpertAct;
import fr.socle.demarches.trace.ExpertAct.What;
import fr.socle.directory.AgentId;
import fr.socle.directory.Secrets;
import fr.socle.journal.Journal;
import fr.socle.kernel.EmailAddress;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.Pieces;
import fr.socle.ui.access.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks experts about dossiers and takes their opinions. What is done, its entry in the journal and
 * its letter are one transaction. Whoever calls for an agent has checked that he is in charge.
 */
@Service
public class Experts {

    /** Experts asked at once. */
    public static final int MOST = 10;

    /** Characters of an opinion. */
    public static final int LONGEST = 8000;

    /** How often an expert may be reminded. */
    static final Duration PAUSE = Duration.ofDays(1);

    /** After the day for which it was wanted, an opinion can still be given. */
    private static final Duration GRACE = Duration.ofDays(30);

    private static final Duration WITHOUT_DEADLINE = Duration.ofDays(180);
    private static final int DAYS_BEFORE = 3;
    private static final int BATCH = 100;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Because it goes when its dossier does, and nobody knows that day yet. */
    private static final LocalDate WITH_ITS_DOSSIER = LocalDate.of(9999, 12, 31);

    private final AvisStore store;
    private final Doors doors;
    private final Pieces pieces;
    private final Told told;
    private final Room room;

    /** Who hears of it. */
    @Component
    record Told(Journal journal, ExpertPost post, SuiviPost suivi) {}

    /** What the work needs around it. */
    @Component
    record Room(TransactionTemplate transaction, Clock clock) {}

    Experts(AvisStore store, Doors doors, Pieces pieces, Told told, Room room) {
        this.store = store;
        this.doors = doors;
        this.pieces = pieces;
        this.told = told;
        this.room = room;
    }

    /** Of each of these dossiers, the oldest first. */
    public Map<DossierId, List<AvisExpert>> of(Collection<DossierId> ids) {
        return store.of(ids);
    }

    /** Those that the usager may read. */
    public List<AvisExpert> shared(Depose dossier) {
        return store.of(List.of(dossier.id())).getOrDefault(dossier.id(), List.of()).stream()
                .filter(it -> it.question().usager() && it.rendu() != null)
                .toList();
    }

    /**
     * An expert who is being asked about the dossier already is not asked twice. One entry for each
     * who is.
     *
     * @param deadline of the question is today or later
     * @return false when the dossier is decided: then nobody is asked
     */
    public boolean ask(
            Depose dossier, Visitor.Agent agent, Question question, List<EmailAddress> experts) {
        if (dossier instanceof Termine) {
            return false;
        }
        room.transaction.executeWithoutResult(
                _ -> experts.forEach(it -> ask(dossier, agent, question, it)));
        return true;
    }

    private void ask(Depose dossier, Visitor.Agent agent, Question question, EmailAddress expert) {
        var now = room.clock.instant();
        var avis =
                new AvisExpert(
                        UUID.randomUUID(),
                        dossier.id(),
                        new AgentId(agent.agent()),
                        expert,
                        question,
                        now,
                        closes(question, now),
                        null,
                        new AvisExpert.Attendu());
        if (store.insert(avis)) {
            told.journal.append(ExpertAct.of(dossier, agent, What.DEMANDE));
            send(dossier, avis, false);
        }
    }

    private static Instant closes(Question question, Instant now) {
        var deadline = question.deadline();
        return deadline == null
                ? now.plus(WITHOUT_DEADLINE)
                : deadline.plusDays(1).atStartOfDay(PARIS).toInstant().plus(GRACE);
    }

    /** False when he was reminded within a day, or there is nothing to wait for any more. */
    public boolean remind(UUID id, Depose dossier) {
        var avis = store.find(id, dossier.id()).orElse(null);
        var now = room.clock.instant();
        return avis != null
                && !(dossier instanceof Termine)
                && done(
                        () -> {
                            var first = store.remind(id, now.minus(PAUSE), now);
                            if (first) {
                                send(dossier, avis, true);
                            }
                            return first;
                        });
    }

    /** From now on the expert reads nothing. False when he answered before. */
    public boolean withdraw(UUID id, Depose dossier, Visitor.Agent agent) {
        return store.find(id, dossier.id()).isPresent()
                && done(
                        () -> {
                            var first = store.withdraw(id, room.clock.instant());
                            if (first) {
                                told.journal.append(ExpertAct.of(dossier, agent, What.RETRAIT));
                            }
                            return first;
                        });
    }

    /**
     * @param piece that came with it, or null
     * @return false when he answered before, or it was withdrawn meanwhile
     */
    public boolean answer(Open open, String texte, @Nullable Boolean oui, @Nullable PieceId piece) {
        var rendu = new AvisExpert.Rendu(texte, oui, piece, room.clock.instant());
        return done(
                () -> {
                    var first = store.answer(open.avis().id(), rendu);
                    if (first) {
                        answered(open, piece);
                    }
                    return first;
                });
    }

    private void answered(Open open, @Nullable PieceId piece) {
        if (piece != null) {
            pieces.keepUntil(piece, WITH_ITS_DOSSIER);
        }
        var expert = Doors.visitor(open.avis(), open.dossier());
        told.journal.append(ExpertAct.of(open.dossier(), expert, What.AVIS));
        told.suivi.advised(open.dossier(), open.avis().agent(), open.avis().id());
    }

    /** Who has not answered is reminded once by itself, shortly before the day. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT17M")
    void everyHour() {
        var now = room.clock.instant();
        var day = now.atZone(PARIS).toLocalDate().plusDays(DAYS_BEFORE);
        store.toRecall(day, now.minus(PAUSE), BATCH).forEach(it -> recall(it, now));
    }

    private void recall(AvisExpert avis, Instant now) {
        done(
                () -> {
                    var first = store.recall(avis.id(), now);
                    if (first && doors.waiting(avis) instanceof Open open) {
                        send(open.dossier(), avis, true);
                    }
                    return first;
                });
    }

    private void send(Depose dossier, AvisExpert avis, boolean reminder) {
        var secret = told.post.send(dossier, avis, reminder);
        store.link(avis.id(), Secrets.hash(secret));
    }

    private boolean done(BooleanSupplier work) {
        return Optional.ofNullable(room.transaction.execute(_ -> work.getAsBoolean()))
                .orElse(false);
    }
}
