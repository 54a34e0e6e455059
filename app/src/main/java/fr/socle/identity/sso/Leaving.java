package fr.socle.identity.sso;

import fr.socle.directory.Sessions;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.IdentityAct.FermetureSessions;
import fr.socle.identity.store.LeavingStore;
import fr.socle.identity.store.ServiceLeavingStore;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How people leave: in one transaction the session goes, with its codes and tokens and the sessions
 * on our own pages, and each service that gave an address for it stands in the outbox of {@link
 * LogoutNotices}. Nobody is called here.
 */
@Component
public class Leaving {

    /** What ending a session touches. */
    @Component
    record Rows(LeavingStore sessions, ServiceLeavingStore services) {}

    private final Rows rows;
    private final Sessions agents;
    private final Journal journal;
    private final Owners owners;
    private final Clock clock;

    Leaving(Rows rows, Sessions agents, Journal journal, Owners owners, Clock clock) {
        this.rows = rows;
        this.agents = agents;
        this.journal = journal;
        this.owners = owners;
        this.clock = clock;
    }

    /** The person leaves everything to which this session led. Does nothing the second time. */
    @Transactional
    public void end(FederationSession session) {
        var there = rows.sessions().lock(session.id());
        var person = session.person();
        if (person != null && !there.isEmpty()) {
            journal.append(new FermetureSessions(person, rows.sessions().services(there)));
        }
        finish(there);
    }

    /** As {@link #end}, by the name under which one service knows the session. */
    @Transactional
    public void endOfSid(String sid) {
        finish(rows.sessions().lockOfSid(sid));
    }

    /** Another person signed in here: who was here before leaves, and made no choice of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void endQuietly(UUID session) {
        finish(rows.sessions().lock(session));
    }

    /** Ends every session of this person, in every browser, with what is under way. */
    @Transactional
    public void endAllOf(PersonRef person) {
        var all = rows.sessions().lockAllOf(owners.of(person));
        journal.append(new FermetureSessions(person, rows.sessions().services(all)));
        finish(all);
        rows.sessions().endUnderWay(person);
    }

    /** Ends every session of the agent who has this account, in every browser. */
    @Transactional
    public void endAllOf(String provider, String subject) {
        finish(rows.sessions().lockAllOf(owners.ofAgent(provider, subject)));
    }

    private void finish(List<UUID> sessions) {
        if (sessions.isEmpty()) {
            return;
        }
        rows.sessions().announce(sessions, clock.instant());
        rows.sessions().endOurs(sessions).forEach(agents::closeHashed);
        rows.sessions().end(sessions);
    }

    /**
     * One service alone is left.
     *
     * @param person null: everybody leaves it
     */
    @Transactional
    public void leaveService(Federation federation, String clientId, @Nullable PersonRef person) {
        rows.services().leave(federation, clientId, person, clock.instant());
    }
}
