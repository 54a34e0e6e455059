package fr.socle.identity.sso;

import fr.socle.directory.AgentLeft;
import fr.socle.directory.AgentLeftEverywhere;
import fr.socle.directory.Sessions;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.keys.Secrets;
import fr.socle.identity.store.AgentEntryStore;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Agents on our own pages: their session there and the one at the federation end with each other.
 */
@Component
public class AgentEntries {

    private final AgentEntryStore store;
    private final Leaving leaving;
    private final Broker broker;
    private final Clock clock;

    AgentEntries(AgentEntryStore store, Leaving leaving, Broker broker, Clock clock) {
        this.store = store;
        this.leaving = leaving;
        this.broker = broker;
        this.clock = clock;
    }

    /**
     * Notes from which sign-in a session of the directory came.
     *
     * @param secret of that session
     */
    public void note(String secret, String idToken) {
        Sids.named(idToken)
                .ifPresent(
                        it ->
                                store.insert(
                                        Secrets.hash(secret),
                                        it,
                                        clock.instant().plus(Sessions.LIFE)));
    }

    /** Who leaves our pages leaves the federation: the next one here must not be taken for them. */
    @EventListener
    void on(AgentLeft left) {
        store.remove(left.secretHash()).ifPresent(leaving::endOfSid);
    }

    /** Who may enter no more, or left everywhere, is out of the services of others too. */
    @EventListener
    void on(AgentLeftEverywhere left) {
        broker.providers(Federation.AGENTS).stream()
                .filter(it -> broker.bindingIssuer(it).equals(left.issuer()))
                .forEach(it -> leaving.endAllOf(it.uid(), left.sub()));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
    void purge() {
        store.purge(clock.instant());
    }
}
