package fr.socle.avis.token;

import fr.socle.avis.store.OpinionStore;
import fr.socle.avis.store.TokenStore;
import fr.socle.demarches.OpinionQuarter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Once a night wipes out the order in which verified opinions came on the days that are over.
 * Making it twice changes nothing, so that nodes need not agree.
 */
@Component
public class NightShuffle {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final OpinionStore opinions;
    private final TokenStore tokens;
    private final Clock clock;

    NightShuffle(OpinionStore opinions, TokenStore tokens, Clock clock) {
        this.opinions = opinions;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Scheduled(cron = "0 23 2 * * *", zone = "Europe/Paris")
    @Transactional
    public void make() {
        opinions.shuffleBefore(LocalDate.now(clock.withZone(PARIS)));
        tokens.eraseBefore(OpinionQuarter.now(clock).previous());
    }
}
