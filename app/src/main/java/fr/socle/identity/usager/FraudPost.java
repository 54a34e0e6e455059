package fr.socle.identity.usager;

import fr.socle.directory.Agent;
import fr.socle.directory.Directory;
import fr.socle.directory.Staff;
import fr.socle.house.PublicAddress;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Parsed;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes about reported frauds, in the transaction of each step. */
@Component
class FraudPost {

    private final Notifications notifications;
    private final Directory directory;
    private final Staff staff;
    private final PublicAddress address;
    private final Clock clock;

    FraudPost(
            Notifications notifications,
            Directory directory,
            Staff staff,
            PublicAddress address,
            Clock clock) {
        this.notifications = notifications;
        this.directory = directory;
        this.staff = staff;
        this.address = address;
        this.clock = clock;
    }

    void received(String number, FraudDraft draft) {
        tell(number, draft.email(), draft.language(), "recu", "");
        staff.holding(FraudRights.HANDLE).forEach(it -> directory.agent(it).ifPresent(this::warn));
    }

    void moved(FraudReport report, String state, String outcome) {
        var words = report.words();
        if (EmailAddress.parse(words.email()) instanceof Parsed.Valid<EmailAddress>(var email)) {
            tell(report.number(), email, words.language(), state, outcome);
        }
    }

    /**
     * To the address that they gave, be it theirs or not: it says nothing but the number. Whoever
     * was not signed in has no preferences, so each report is a recipient of its own.
     */
    private void tell(
            String number, EmailAddress email, String language, String step, String outcome) {
        var id =
                UUID.nameUUIDFromBytes(
                        ("identity.fraud/" + number).getBytes(StandardCharsets.UTF_8));
        notifications.send(
                Message.byMail(
                        new Recipient(id, email, null, language),
                        new Letters.FraudStep(number, step, outcome),
                        "identity.signalement/" + number + "/" + step));
    }

    /** At most once an hour for each agent: a flood of reports is one of letters too. */
    private void warn(Agent agent) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var email = agent.email();
        if (email != null
                && Recipient.parse(agent.id().value(), email, agent.name(), "fr")
                        instanceof Parsed.Valid<Recipient>(var to)) {
            notifications.send(
                    Message.everywhere(
                            to,
                            new Letters.FraudWaits(
                                    URI.create(address.of("/administration/fraudes"))),
                            "identity.signalements/" + hour + "/" + agent.id()));
        }
    }
}
