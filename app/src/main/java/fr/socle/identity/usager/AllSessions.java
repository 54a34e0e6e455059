package fr.socle.identity.usager;

import fr.socle.identity.session.UsagerSessions;
import fr.socle.identity.sso.FederationSessions;
import fr.socle.identity.usager.UsagerAct.SessionsFermees;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends every session of a person at once. Sessions are read at each request, on every node. */
@Component
public class AllSessions {

    private final UsagerSessions sessions;
    private final FederationSessions federations;
    private final Journal journal;

    AllSessions(UsagerSessions sessions, FederationSessions federations, Journal journal) {
        this.sessions = sessions;
        this.federations = federations;
        this.journal = journal;
    }

    /** Ends all sessions, the present one among them. */
    @Transactional
    public void end(PersonRef person) {
        journal.append(new SessionsFermees(person, sessions.closeAll(person)));
        federations.endAllOf(person);
    }
}
