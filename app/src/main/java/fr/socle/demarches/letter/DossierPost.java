package fr.socle.demarches.letter;

import fr.socle.demarches.dossier.Dossier;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Etape;
import fr.socle.house.HouseSettings;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Writes to the usager in the transaction of the step that it tells. */
@Component
public class DossierPost {

    private final Notifications notifications;
    private final HouseSettings house;

    DossierPost(Notifications notifications, HouseSettings house) {
        this.notifications = notifications;
        this.house = house;
    }

    @Bean
    static Category dossierCategory() {
        return DossierLetter.CATEGORY;
    }

    /**
     * @param version of the dossier after the step: one step is told once
     */
    public void tell(Depose dossier, Etape etape, long version) {
        send(dossier, new DossierLetter(dossier, etape, link(dossier)), String.valueOf(version));
    }

    /** The service wrote this message. */
    public void written(Depose dossier, UUID message) {
        send(dossier, new MessageLetter(dossier, link(dossier)), "message/" + message);
    }

    /** It goes after this day: told once for each. */
    public void expiring(Dossier dossier, LocalDate day) {
        send(dossier, new ExpiryLetter(dossier, day, link(dossier)), "preavis/" + day);
    }

    private void send(Dossier dossier, Mail letter, String occasion) {
        var usager = dossier.fiche().usager();
        notifications.send(
                Message.everywhere(
                        new Recipient(
                                usager.person().value(),
                                usager.email(),
                                usager.name(),
                                usager.language()),
                        letter,
                        dossier.id().reference() + "/" + occasion));
    }

    private URI link(Dossier dossier) {
        return URI.create(house.publicAddress() + "/mes-dossiers/" + dossier.id());
    }
}
