package fr.socle.demarches.partage;

import fr.socle.demarches.dossier.Fiche;
import fr.socle.house.PublicAddress;
import fr.socle.kernel.EmailAddress;
import fr.socle.notifications.Category;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Writes to whom a usager invites, in the transaction of the invitation. */
@Component
class PartagePost {

    private final Notifications notifications;
    private final PublicAddress address;

    PartagePost(Notifications notifications, PublicAddress address) {
        this.notifications = notifications;
        this.address = address;
    }

    @Bean
    static Category partageCategory() {
        return PartageLetter.CATEGORY;
    }

    void invite(Fiche fiche, CoRedacteur invited, EmailAddress to, String token) {
        var link = URI.create(address.of("/mes-dossiers/invitations/" + token));
        notifications.send(
                Message.byMail(
                        new Recipient(invited.id(), to, null, fiche.usager().language()),
                        new PartageLetter(fiche, invited.cession(), link),
                        "demarches.partage/" + invited.id()));
    }

    /** Tells the usager of this draft what became of their offer; and whoever took it over. */
    void answered(Fiche fiche, CoRedacteur other, CessionLetter.What what) {
        var usager = fiche.usager();
        notifications.send(
                Message.everywhere(
                        new Recipient(
                                usager.person().value(),
                                usager.email(),
                                usager.name(),
                                usager.language()),
                        new CessionLetter(fiche, other.known(), what),
                        "demarches.cession/" + other.id() + "/" + what));
    }
}
