package fr.socle.identity.usager.web;

import fr.socle.identity.federation.OurClients;
import fr.socle.identity.usager.Agreed;
import fr.socle.identity.web.Labels;
import fr.socle.ui.Frame;
import java.util.List;

/** How an agreement is told to the person who gave it. */
public record AgreementView(Agreed agreed) {

    public String service() {
        return agreed.client().name();
    }

    public String organisation() {
        return agreed.client().organisation();
    }

    /** Where it can be taken back. */
    public String path() {
        return AgreementsController.BASE + "/" + Desk.encoded(agreed.client().clientId());
    }

    /** The names of what the service may have; none when it only recognises the person. */
    public List<String> covers(Frame frame) {
        return Labels.of(agreed.client().federation(), agreed.consent().scopes()).stream()
                .map(it -> Labels.said(frame, it))
                .toList();
    }

    public String since(Frame frame) {
        return frame.words().moment(agreed.consent().since());
    }

    /** When they said yes again, or to more. */
    public String last(Frame frame) {
        return frame.words().moment(agreed.consent().givenAt());
    }

    public boolean wasRenewed() {
        return agreed.consent().givenAt().isAfter(agreed.consent().since());
    }

    /** Whether taking it back ends the very session in which this is read. */
    public boolean isOurs() {
        return agreed.client().clientId().equals(OurClients.USAGERS);
    }

    /** Whether the service learns of it at once, by an address that it gave for that. */
    public boolean isTold() {
        return agreed.client().rules().backChannelLogoutUri() != null;
    }
}
