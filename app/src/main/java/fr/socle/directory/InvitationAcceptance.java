package fr.socle.directory;

import fr.socle.directory.Acceptance.AlreadyUsed;
import fr.socle.directory.Acceptance.Expired;
import fr.socle.directory.Acceptance.Unknown;
import fr.socle.directory.Acceptance.Withdrawn;
import fr.socle.directory.store.AgentStore;
import fr.socle.directory.store.AgentStore.Identity;
import fr.socle.ui.access.Visitor;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Accepts invitations by the link alone, while no block federates identities: the link's holder
 * becomes the subject {@code random id} of the issuer {@code urn:socle:invitation}. Who is signed
 * in already stays the agent that he is.
 */
@Component
public class InvitationAcceptance {

    /** Vouches for nothing more than having received the e-mail. */
    public static final String ISSUER = "urn:socle:invitation";

    private final Directory directory;
    private final Invitations invitations;
    private final AgentStore agents;
    private final Written written;

    InvitationAcceptance(
            Directory directory, Invitations invitations, AgentStore agents, Written written) {
        this.directory = directory;
        this.invitations = invitations;
        this.agents = agents;
        this.written = written;
    }

    /** The invitation that this secret opens now. */
    public Optional<Invitation> open(String secret) {
        return invitations
                .ofSecret(secret)
                .filter(it -> it.state() == Invitation.State.ENVOYEE)
                .filter(it -> !it.expired(written.now()));
    }

    /** Why {@link #open} gave nothing. */
    public Acceptance whyClosed(String secret) {
        return invitations
                .ofSecret(secret)
                .<Acceptance>map(
                        it ->
                                switch (it.state()) {
                                    case ACCEPTEE -> new AlreadyUsed();
                                    case RETIREE -> new Withdrawn();
                                    case ENVOYEE -> new Expired();
                                })
                .orElseGet(Unknown::new);
    }

    public Acceptance accept(String secret, Visitor visitor) {
        var known =
                visitor instanceof Visitor.Agent agent
                        ? agents.identityOf(new AgentId(agent.agent()))
                        : Optional.<Identity>empty();
        return known.map(it -> directory.accept(secret, it.issuer(), it.sub(), ""))
                .orElseGet(
                        () -> directory.accept(secret, ISSUER, UUID.randomUUID().toString(), ""));
    }
}
