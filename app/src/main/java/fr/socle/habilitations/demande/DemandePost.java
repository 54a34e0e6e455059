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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes to whoever requested what became of the request, and to both sides what the other wrote.
 */
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
        var key = "habilitations/" + act.code() + "/" + dossier.id() + "/" + dossier.version();
        toRequester(dossier, new Told(act.code(), title(after), motif, own(dossier)), key);
    }

    /** Tells the other side that it was written to. */
    public void tellMessage(Demande demande, Cote writer, long place, @Nullable UUID instructor) {
        var dossier = demande.dossier();
        var key = "habilitations/message/" + place;
        if (writer == Cote.INSTRUCTEUR) {
            toRequester(dossier, new Told("message", title(demande), "", own(dossier)), key);
            return;
        }
        var link = link("/administration/habilitations-a-instruire/", dossier);
        agent(instructor)
                .flatMap(DemandePost::recipient)
                .ifPresent(to -> send(to, new Told("message", title(demande), "", link), key));
    }

    /** Reminds that the term comes near, or tells that it is over. */
    public void tellTerm(Demande demande, String step, LocalDate until) {
        var dossier = demande.dossier();
        var key = "habilitations/" + step + "/" + dossier.id() + "/" + dossier.granted();
        toRequester(dossier, new Term(step, title(demande), until, own(dossier)), key);
    }

    private static String title(Demande demande) {
        return demande.dossier().content().intitule();
    }

    private URI own(Dossier dossier) {
        return link("/administration/habilitations/", dossier);
    }

    private URI link(String path, Dossier dossier) {
        return URI.create(address.value() + path + dossier.id());
    }

    /** The agent who answers for it; the person in charge when that agent has no address. */
    private void toRequester(Dossier dossier, Mail mail, String key) {
        var responsable = dossier.content().responsable();
        agent(dossier.requester())
                .flatMap(DemandePost::recipient)
                .or(
                        () ->
                                valid(
                                        Recipient.parse(
                                                dossier.id().value(),
                                                responsable.email(),
                                                responsable.name(),
                                                "fr")))
                .ifPresent(to -> send(to, mail, key));
    }

    private void send(Recipient to, Mail mail, String key) {
        notifications.send(Message.everywhere(to, mail, key));
    }

    private Optional<Agent> agent(@Nullable UUID id) {
        return Optional.ofNullable(id).flatMap(it -> directory.agent(new AgentId(it)));
    }

    private static Optional<Recipient> recipient(Agent agent) {
        var email = agent.email();
        return email == null
                ? Optional.empty()
                : valid(Recipient.parse(agent.id().value(), email, agent.name(), "fr"));
    }

    private static Optional<Recipient> valid(Parsed<Recipient> parsed) {
        return parsed instanceof Parsed.Valid<Recipient>(var to)
                ? Optional.of(to)
                : Optional.empty();
    }

    private record Told(String word, String intitule, String motif, URI link) implements Mail {

        @Override
        public Category category() {
            return CATEGORY;
        }

        @Override
        public String subject(Words words) {
            return words.of("habilitations.mail." + word + ".subject", intitule);
        }

        @Override
        public List<String> paragraphs(Words words) {
            var said = new ArrayList<String>();
            said.add(words.of("habilitations.mail." + word + ".what", intitule));
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

    private record Term(String step, String intitule, LocalDate until, URI link) implements Mail {

        @Override
        public Category category() {
            return CATEGORY;
        }

        @Override
        public String subject(Words words) {
            return words.of(
                    "habilitations.mail." + word() + ".subject", intitule, words.day(until));
        }

        @Override
        public List<String> paragraphs(Words words) {
            return List.of(
                    words.of("habilitations.mail." + word() + ".what", intitule, words.day(until)));
        }

        @Override
        public Optional<Action> action(Words words) {
            return Optional.of(new Action(words.of("habilitations.mail.action"), link));
        }

        private String word() {
            return step.equals("expiree") ? step : "rappel";
        }
    }
}
