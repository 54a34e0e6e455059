package fr.socle.habilitations.demande;

import fr.socle.directory.Agent;
import fr.socle.directory.AgentId;
import fr.socle.directory.Directory;
import fr.socle.habilitations.demande.Demande.Dossier;
import fr.socle.habilitations.trace.Acte;
import fr.socle.house.PublicAddress;
import fr.socle.kernel.Parsed;
import fr.socle.notifications.Action;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import fr.socle.ui.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes to whoever requested what became of the request. */
@Component
public class DemandePost {

    public static final Category CATEGORY = new Category("habilitations.suite", true);

    private final Notifications notifications;
    private final Directory directory;
    private final PublicAddress address;

    DemandePost(Notifications notifications, Directory directory, PublicAddress address) {
        this.notifications = notifications;
        this.directory = directory;
        this.address = address;
    }

    /** One letter per act and version of the row: a repeated act sends nothing more. */
    void tell(Acte act, Demande after, String motif) {
        var dossier = after.dossier();
        if (recipient(dossier) instanceof Parsed.Valid<Recipient>(var to)) {
            var link = address.value() + "/administration/habilitations/" + dossier.id();
            var mail = new Told(act, dossier.content().intitule(), motif, URI.create(link));
            var key = "habilitations/" + act.code() + "/" + dossier.id() + "/" + dossier.version();
            notifications.send(Message.everywhere(to, mail, key));
        }
    }

    /** The agent who requested; the person in charge when the agent has no address. */
    private Parsed<Recipient> recipient(Dossier dossier) {
        var agent =
                Optional.ofNullable(dossier.requester())
                        .flatMap(it -> directory.agent(new AgentId(it)));
        var email = agent.map(Agent::email).orElse(null);
        var responsable = dossier.content().responsable();
        var id = agent.map(it -> it.id().value()).orElse(dossier.id().value());
        return email == null
                ? Recipient.parse(id, responsable.email(), responsable.name(), "fr")
                : Recipient.parse(id, email, agent.map(Agent::name).orElse(null), "fr");
    }

    private record Told(Acte act, String intitule, String motif, URI link) implements Mail {

        @Override
        public Category category() {
            return CATEGORY;
        }

        @Override
        public String subject(Words words) {
            return words.of("habilitations.mail." + act.code() + ".subject", intitule);
        }

        @Override
        public List<String> paragraphs(Words words) {
            var said = new ArrayList<String>();
            said.add(words.of("habilitations.mail." + act.code() + ".what", intitule));
            if (!motif.isEmpty()) {
                said.add(words.of("habilitations.mail.motif", motif));
            }
            return said;
        }

        @Override
        public Optional<Action> action(Words words) {
            return Optional.of(new Action(words.of("habilitations.mail.action"), link));
        }
    }
}
