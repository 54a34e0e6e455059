package fr.socle.identity.usager;

import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.person.Reconciliation;
import fr.socle.identity.session.UsagerSessions;
import fr.socle.identity.usager.UsagerAct.DonneesEmportees;
import fr.socle.identity.usager.store.AccountStore;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers all that the federation holds about a person, after the journal said so. */
@Component
public class Archive {

    /** Where it lies. */
    @Component
    record Shelves(
            AccountStore accounts,
            Preferences preferences,
            Agreements agreements,
            Devices devices,
            Lines lines,
            FraudReports reports) {}

    private static final int BATCH = 500;

    private final Shelves shelves;
    private final Reconciliation reconciliation;
    private final Broker broker;
    private final Journal journal;
    private final Clock clock;

    Archive(
            Shelves shelves,
            Reconciliation reconciliation,
            Broker broker,
            Journal journal,
            Clock clock) {
        this.shelves = shelves;
        this.reconciliation = reconciliation;
        this.broker = broker;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param format as people call it
     */
    public Holdings takeAway(PersonRef person, String format) {
        journal.appendAlone(new DonneesEmportees(person, format));
        var now = clock.instant();
        var accounts = shelves.accounts();
        var linked = accounts.accounts(person);
        return new Holdings(
                accounts.civilStatus(person)
                        .map(it -> reconciliation.opened(person, it.sealed()))
                        .orElse(Map.of()),
                linked,
                accounts.subjects(person),
                shelves.preferences().of(person),
                shelves.agreements().of(person),
                shelves.devices().of(person),
                accounts.sessions(person, now, now.minus(UsagerSessions.IDLE)),
                all(person),
                shelves.reports().of(person),
                linked.stream()
                        .flatMap(it -> broker.find(it.provider()).stream())
                        .distinct()
                        .collect(Collectors.toMap(Provider::uid, Provider::label)),
                now);
    }

    private List<Line> all(PersonRef person) {
        var all = new ArrayList<Line>();
        var total = shelves.lines().count(person, LineFilter.ALL);
        for (long offset = 0; offset < total; offset += BATCH) {
            all.addAll(shelves.lines().page(person, LineFilter.ALL, BATCH, offset));
        }
        return all;
    }
}
