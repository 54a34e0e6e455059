package fr.socle.directory;

import fr.socle.house.HouseSettings;
import fr.socle.kernel.Parsed;
import fr.socle.notifications.Action;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import fr.socle.ui.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes to the invited person, in the inviter's transaction. */
@Component
class InvitationPost {

    static final Category CATEGORY = new Category("directory.invitation", true);

    private final Notifications notifications;
    private final HouseSettings house;
    private final Secrets secrets;

    InvitationPost(Notifications notifications, HouseSettings house, Secrets secrets) {
        this.notifications = notifications;
        this.house = house;
        this.secrets = secrets;
    }

    String freshSecret() {
        return secrets.fresh();
    }

    /** Whether the mail server's rules accept the address. */
    Parsed<Recipient> recipient(InvitationId id, InvitationDraft draft) {
        return Recipient.parse(id.value(), draft.email().value(), draft.name(), "fr");
    }

    void send(Organisation organisation, Invitation invitation, String secret) {
        var link = URI.create(house.publicAddress() + "/invitation?code=" + secret);
        notifications.send(
                Message.byMail(
                        recipient(invitation.id(), invitation.draft()).orThrow(),
                        new Sent(organisation.name(), link),
                        "directory.invitation/" + invitation.id() + "/" + invitation.version()));
    }

    private record Sent(String organisation, URI link) implements Mail {

        @Override
        public Category category() {
            return CATEGORY;
        }

        @Override
        public String subject(Words words) {
            return words.of("directory.mail.invitation.subject", organisation);
        }

        @Override
        public List<String> paragraphs(Words words) {
            return List.of(
                    words.of("directory.mail.invitation.what", organisation),
                    words.of("directory.mail.invitation.how", Invitations.LIFE.toDays()));
        }

        @Override
        public Optional<Action> action(Words words) {
            return Optional.of(new Action(words.of("directory.mail.invitation.action"), link));
        }
    }
}
