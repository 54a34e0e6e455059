package fr.socle.identity.partner;

import fr.socle.house.PublicAddress;
import fr.socle.identity.partner.trace.Act;
import fr.socle.kernel.EmailAddress;
import fr.socle.notifications.Action;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import fr.socle.ui.Words;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a service's contacts what was done with it, in the transaction that does it. */
@Component
class PartnerPost {

    /** Cannot be refused: a contact must know when a secret changes hands. */
    static final Category CATEGORY = new Category("identity.service-connecte", true);

    private final Notifications notifications;
    private final PublicAddress address;

    PartnerPost(Notifications notifications, PublicAddress address) {
        this.notifications = notifications;
        this.address = address;
    }

    /**
     * One letter per act and version of the row: a repeated act sends nothing more.
     *
     * @param until the moment that the letter announces, if the act has one
     */
    void tell(Act act, ConnectedService after, @Nullable Instant until, String why) {
        var link = URI.create(address.of("/administration/services-connectes/" + after.id()));
        var mail = new Told(act, after.name(), after.id(), until, why, link);
        for (var contact : after.contacts()) {
            var to = new Recipient(id(contact), contact, null, "fr");
            var key = "identity.partner/" + act.code() + "/" + after.id() + "/" + after.version();
            notifications.send(Message.byMail(to, mail, key + "/" + to.id()));
        }
    }

    private static UUID id(EmailAddress contact) {
        return UUID.nameUUIDFromBytes(
                ("identity.partner/" + contact.value()).getBytes(StandardCharsets.UTF_8));
    }

    private record Told(
            Act act, String service, String client, @Nullable Instant until, String why, URI link)
            implements Mail {

        @Override
        public Category category() {
            return CATEGORY;
        }

        @Override
        public String subject(Words words) {
            return words.of("identity.partner.mail." + act.code() + ".subject", service);
        }

        @Override
        public List<String> paragraphs(Words words) {
            var said = new ArrayList<String>();
            var what = "identity.partner.mail." + act.code() + ".what";
            said.add(
                    until == null
                            ? words.of(what, service, client)
                            : words.of(what, service, client, words.moment(until)));
            if (!why.isEmpty()) {
                said.add(words.of("identity.partner.mail.why", why));
            }
            said.add(words.of("identity.partner.mail.not-you"));
            return said;
        }

        @Override
        public Optional<Action> action(Words words) {
            return Optional.of(new Action(words.of("identity.partner.mail.action"), link));
        }
    }
}
