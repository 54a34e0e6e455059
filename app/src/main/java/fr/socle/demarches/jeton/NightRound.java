package fr.socle.demarches.jeton;

import static java.util.stream.Collectors.groupingBy;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.OpinionQuarter;
import fr.socle.demarches.depot.DossierStore;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.spi.OpinionDoor;
import fr.socle.house.HouseSettings;
import fr.socle.notifications.Category;
import fr.socle.notifications.Message;
import fr.socle.notifications.Notifications;
import fr.socle.notifications.Recipient;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Once a night: draws the tokens that were asked for by letter, hands the door their hashes sorted,
 * and wipes out the order in which dossiers got theirs. All of it in one transaction.
 */
@Component
public class NightRound {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime FROM = LocalTime.of(3, 0);
    private static final int BYTES = 32;

    private final OpinionTokenStore store;
    private final SigningKeys keys;
    private final DossierStore dossiers;
    private final ObjectProvider<OpinionDoor> door;
    private final House house;

    /** What the round needs around it. */
    @Component
    record House(
            Notifications notifications,
            HouseSettings settings,
            SecureRandom random,
            TransactionTemplate transaction,
            Clock clock) {}

    NightRound(
            OpinionTokenStore store,
            SigningKeys keys,
            DossierStore dossiers,
            ObjectProvider<OpinionDoor> door,
            House house) {
        this.store = store;
        this.keys = keys;
        this.dossiers = dossiers;
        this.door = door;
        this.house = house;
    }

    @Bean
    static Category opinionCategory() {
        return OpinionLetter.CATEGORY;
    }

    /** After three in the morning, the first node that comes by makes it. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    void everyNight() {
        var now = house.clock.instant().atZone(PARIS);
        if (now.toLocalTime().isAfter(FROM)) {
            house.transaction.executeWithoutResult(
                    _ -> {
                        if (store.beginRound(now.toLocalDate())) {
                            make();
                        }
                    });
        }
    }

    /** In the caller's transaction. */
    public void make() {
        var open = door.getIfAvailable();
        if (open != null) {
            dossiers.deposited(store.takeAsked()).stream()
                    .collect(groupingBy(it -> it.fiche().demarche()))
                    .forEach((demarche, its) -> send(open, demarche, its));
        }
        store.purge();
        store.shuffle();
        keys.eraseBefore(OpinionQuarter.now(house.clock));
    }

    private void send(OpinionDoor open, DemarcheId demarche, List<Depose> dossiers) {
        var digests = new ArrayList<byte[]>();
        for (var dossier : dossiers) {
            var token = new byte[BYTES];
            house.random.nextBytes(token);
            digests.add(sha256(token));
            write(dossier, open.path() + base64(token));
        }
        digests.sort(Arrays::compareUnsigned);
        open.expect(demarche, OpinionQuarter.now(house.clock), digests);
    }

    private void write(Depose dossier, String path) {
        var usager = dossier.fiche().usager();
        house.notifications.send(
                Message.byMail(
                        new Recipient(
                                usager.person().value(),
                                usager.email(),
                                usager.name(),
                                usager.language()),
                        new OpinionLetter(
                                dossier.fiche().guichet().title(),
                                URI.create(house.settings.publicAddress() + path)),
                        dossier.id().reference() + "/avis"));
    }

    private static String base64(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static byte[] sha256(byte[] token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
