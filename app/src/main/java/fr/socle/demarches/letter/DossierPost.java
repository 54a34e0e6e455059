package fr.socle.demarches.letter;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Etape;
import fr.socle.house.HouseSettings;
import fr.socle.notifications.Category;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import java.net.URI;
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
        var usager = dossier.fiche().usager();
        var link = URI.create(house.publicAddress() + "/mes-dossiers/" + dossier.id());
        notifications.send(
                Message.everywhere(
                        new Recipient(
                                usager.person().value(),
                                usager.email(),
                                usager.name(),
                                usager.language()),
                        new DossierLetter(dossier, etape, link),
                        dossier.id().reference() + "/" + version));
    }
}
