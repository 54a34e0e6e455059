package fr.socle.directory;

import fr.socle.directory.store.AgentStore;
import fr.socle.directory.store.TokenStore;
import fr.socle.directory.trail.AccessAct.LettreAbandonnee;
import fr.socle.directory.trail.AccessAct.LettreRenvoyee;
import fr.socle.notifications.LetterEvent;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes in the journal what is decided about undelivered letters, in the transaction of the
 * decision: the block of the letters stands below the journal and knows nobody's name.
 */
@Component
class LetterTrail {

    private final AgentStore agents;
    private final TokenStore tokens;
    private final Written written;

    LetterTrail(AgentStore agents, TokenStore tokens, Written written) {
        this.agents = agents;
        this.tokens = tokens;
        this.written = written;
    }

    @EventListener
    void on(LetterEvent event) {
        var journal = written.journal();
        switch (event) {
            // nobody decided that
            case LetterEvent.Undelivered _ -> {}
            case LetterEvent.Resent(var letter, var category, var who) ->
                    journal.append(new LettreRenvoyee(actor(who), letter, category));
            case LetterEvent.Dropped(var letter, var category, var who) ->
                    journal.append(new LettreAbandonnee(actor(who), letter, category));
        }
    }

    private Actor actor(UUID who) {
        return agents.find(new AgentId(who))
                .map(Actor::of)
                .or(
                        () ->
                                tokens.find(who)
                                        .map(it -> new Actor(Actor.Nature.JETON, who, it.label())))
                .orElseGet(() -> new Actor(Actor.Nature.AGENT, who, ""));
    }
}
