package fr.socle.demarches.expert;

import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.house.HouseSettings;
import fr.socle.notifications.Category;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Writes to experts, in the transaction of what it tells. */
@Component
class ExpertPost {

    private static final int BYTES = 32;

    private final Notifications notifications;
    private final HouseSettings house;
    private final SecureRandom random;

    ExpertPost(Notifications notifications, HouseSettings house, SecureRandom random) {
        this.notifications = notifications;
        this.house = house;
        this.random = random;
    }

    @Bean
    static Category avisExpertCategory() {
        return ExpertLetter.CATEGORY;
    }

    /** Returns the secret of the link that the letter brings: 256 random bits, in base64url. */
    String send(Depose dossier, AvisExpert avis, boolean reminder) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var link = URI.create(house.publicAddress() + "/avis-expert?code=" + secret);
        var guichet = dossier.fiche().guichet();
        notifications.send(
                Message.byMail(
                        new Recipient(avis.id(), avis.email(), null, "fr"),
                        new ExpertLetter(guichet, avis, reminder, link),
                        "demarches.avis-expert/" + UUID.randomUUID()));
        return secret;
    }
}
