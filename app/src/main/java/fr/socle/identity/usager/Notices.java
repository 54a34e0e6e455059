package fr.socle.identity.usager;

import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Held;
import fr.socle.identity.federation.SignIns.Released;
import fr.socle.identity.usager.Decisions.Author;
import fr.socle.identity.usager.Devices.Arrival;
import fr.socle.identity.usager.Devices.Known;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Parsed;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import fr.socle.ui.Dictionary;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.WebUtils;

/**
 * Warns persons by e-mail, under the rules of FranceConnect: never twice for one service in one
 * session; always when the device is new to them, shared, or the context suspicious; not at a
 * trusted one, unless they want to be warned always.
 */
@Component
public class Notices {

    /** Set to 1 by a firewall before us that finds the request suspicious. */
    static final String SUSPICIOUS = "X-Suspicious";

    private static final String LANGUAGE = "socle_langue";

    /** What a letter needs. */
    @Component
    record Desk(
            Notifications notifications,
            TransactionTemplate transaction,
            PublicAddress address,
            Dictionary dictionary,
            Clock clock) {}

    private final Devices devices;
    private final SignInCodes codes;
    private final Desk desk;

    Notices(Devices devices, SignInCodes codes, Desk desk) {
        this.devices = devices;
        this.codes = codes;
        this.desk = desk;
    }

    /**
     * A service was given its code, after a fresh proof of who the person is or by a session that
     * was open. The device is noted, and the letter is durable, before the browser leaves with it.
     *
     * @param provider as people know it
     */
    public void signedIn(
            Released released,
            Client client,
            String provider,
            HttpServletRequest request,
            HttpServletResponse response) {
        var held = released.held();
        var person = held.person();
        if (person == null) {
            return;
        }
        var arrival = devices.arrive(person, request, response);
        if (wanted(arrival, request)
                && EmailAddress.parse(text(held, "email"))
                        instanceof Parsed.Valid<EmailAddress>(var email)) {
            var to = new Recipient(person.value(), email, name(held), language(request));
            send(to, letter(held, client, provider, arrival), key(released, client));
        }
    }

    private static boolean wanted(Arrival arrival, HttpServletRequest request) {
        return arrival.known() != Known.TRUSTED
                || "1".equals(request.getHeader(SUSPICIOUS))
                || arrival.warned() == Warned.TOUJOURS;
    }

    private Letters letter(Held held, Client client, String provider, Arrival arrival) {
        var code = codes.of(held.transaction());
        return new Letters.SignedIn(
                client.name(),
                provider,
                arrival.browser(),
                arrival.known() == Known.NEW,
                desk.clock().instant(),
                code,
                URI.create(desk.address().of("/signaler-une-fraude?code=" + code)));
    }

    /** One letter for one service in one session: the outbox takes a key once. */
    private static String key(Released released, Client client) {
        return "identity.connexion/" + released.session() + "/" + client.clientId();
    }

    /** Preferences changed, in the transaction of the change. */
    void changed(Author author, List<Change> changes) {
        var usager = author.usager();
        var used = usager.usedName();
        var identity = usager.identity();
        var name =
                identity.givenName().split(" ")[0]
                        + " "
                        + (used == null ? identity.familyName() : used);
        var to = new Recipient(usager.person().value(), usager.email(), name, author.language());
        desk.notifications()
                .send(
                        Message.byMail(
                                to,
                                new Letters.Changed(
                                        changes,
                                        URI.create(desk.address().of("/mes-connexions/reglages"))),
                                "identity.reglages/" + UUID.randomUUID()));
    }

    /** What changed, as the journal says it. */
    List<String> inFrench(List<Change> changes) {
        return changes.stream().map(it -> it.said(desk.dictionary().french())).toList();
    }

    private void send(Recipient to, Letters letter, String key) {
        desk.transaction()
                .executeWithoutResult(
                        _ -> desk.notifications().send(Message.byMail(to, letter, key)));
    }

    /** The language of the pages, in which letters are then written. */
    public static String language(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, LANGUAGE);
        return cookie != null && cookie.getValue().equals("en") ? "en" : "fr";
    }

    private static String name(Held held) {
        var used = text(held, "preferred_username");
        var name =
                text(held, "given_name").split(" ")[0]
                        + " "
                        + (used.isEmpty() ? text(held, "family_name") : used);
        return name.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String text(Held held, String claim) {
        return held.claims().get(claim) instanceof String text ? text : "";
    }
}
