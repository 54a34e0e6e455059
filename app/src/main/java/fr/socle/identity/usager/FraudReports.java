package fr.socle.identity.usager;

import fr.socle.directory.Actor;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.usager.UsagerAct.SignalementRecu;
import fr.socle.identity.usager.UsagerAct.SignalementTraite;
import fr.socle.identity.usager.store.FraudStore;
import fr.socle.identity.usager.store.FraudStore.Limits;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Frauds that persons report, and what the operator does about them. */
@Component
public class FraudReports {

    /** Who handles a report, and for which organisation. */
    public record Handler(Actor actor, String organisation) {}

    /** What becomes of a report that somebody makes. */
    public sealed interface Made {

        record Kept(String number) implements Made {}

        /** Too many came from there, to there, or at all. */
        record TooMany() implements Made {}
    }

    /** What becomes of a step of the operator's. */
    public enum Step {
        DONE,
        /** Somebody took that step before. */
        TAKEN,
        UNKNOWN
    }

    private static final String ORIGIN = "fraud-origin";
    private static final int FROM_ONE_ORIGIN = 5;
    private static final int TO_ONE_ADDRESS = 3;
    private static final int OF_ONE_PERSON = 5;
    private static final int OF_STRANGERS = 300;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Period KEPT_CLOSED = Period.ofYears(1);
    private static final Period KEPT_OPEN = Period.ofYears(3);

    private final FraudStore store;
    private final FraudPost post;
    private final Secrets secrets;
    private final Journal journal;
    private final Clock clock;

    FraudReports(FraudStore store, FraudPost post, Secrets secrets, Journal journal, Clock clock) {
        this.store = store;
        this.post = post;
        this.secrets = secrets;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Keeps a report, tells the person its number and the operator that it waits.
     *
     * @param origin the address from which it came
     */
    @Transactional
    public Made report(FraudDraft draft, String origin) {
        var now = clock.instant();
        var limits =
                new Limits(
                        secrets.hmac(ORIGIN, origin),
                        secrets.hmac(ORIGIN, draft.email().value().toLowerCase(Locale.ROOT)),
                        now.minus(HOUR),
                        now.minus(DAY));
        store.lock();
        if (tooMany(draft, limits)) {
            return new Made.TooMany();
        }
        var year = now.atZone(ZoneOffset.UTC).getYear();
        var number = store.insert(draft, limits, year, now);
        journal.append(new SignalementRecu(draft.person(), number, draft.nature().code()));
        post.received(number, draft);
        return new Made.Kept(number);
    }

    private boolean tooMany(FraudDraft draft, Limits limits) {
        var person = draft.person();
        return store.fromOrigin(limits) >= FROM_ONE_ORIGIN
                || store.toAddress(limits) >= TO_ONE_ADDRESS
                || (person == null
                        ? store.ofStrangers(limits) >= OF_STRANGERS
                        : store.ofPerson(person, limits) >= OF_ONE_PERSON);
    }

    /** What the person reported, the newest first. */
    public List<FraudReport> of(PersonRef person) {
        return store.of(person);
    }

    public long count(String state) {
        return store.count(state);
    }

    /**
     * Without what persons wrote; those that wait longest first.
     *
     * @param state one of {@link FraudReport#STATES}, or empty for all
     */
    public List<FraudStore.Summary> page(String state, int limit, long offset) {
        return store.page(state, limit, offset);
    }

    /** The whole report, once the journal says who reads it. */
    public Optional<FraudReport> open(String number, Handler handler) {
        var found = store.find(number);
        found.ifPresent(it -> journal.appendAlone(act(it, handler, "consulte")));
        return found;
    }

    @Transactional
    public Step takeOn(String number, Handler handler) {
        return step(
                number, handler, "pris-en-charge", "", it -> it instanceof FraudReport.State.Recu);
    }

    /**
     * @param outcome what the person is told, of at most {@link FraudDraft#LONGEST} characters
     */
    @Transactional
    public Step close(String number, Handler handler, String outcome) {
        return step(
                number,
                handler,
                "clos",
                outcome,
                it -> it instanceof FraudReport.State.PrisEnCharge);
    }

    private Step step(
            String number,
            Handler handler,
            String state,
            String outcome,
            java.util.function.Predicate<FraudReport.State> legal) {
        var found = store.lock(number);
        if (found.isEmpty()) {
            return Step.UNKNOWN;
        }
        if (!legal.test(found.get().state())) {
            return Step.TAKEN;
        }
        store.move(number, state, handler.actor(), outcome, clock.instant());
        journal.append(act(found.get(), handler, state));
        post.moved(found.get(), state, outcome);
        return Step.DONE;
    }

    private static SignalementTraite act(FraudReport report, Handler handler, String what) {
        return new SignalementTraite(
                report.person(), handler.actor(), handler.organisation(), report.number(), what);
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT9M")
    void purge() {
        var now = clock.instant();
        var today = now.atZone(ZoneOffset.UTC);
        store.purge(today.minus(KEPT_CLOSED).toInstant(), today.minus(KEPT_OPEN).toInstant());
        store.forgetOrigins(now.minus(DAY));
    }
}
