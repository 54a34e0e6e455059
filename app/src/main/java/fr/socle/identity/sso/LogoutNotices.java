package fr.socle.identity.sso;

import fr.socle.house.LeasedRounds;
import fr.socle.house.PublicAddress;
import fr.socle.house.Waits;
import fr.socle.identity.broker.ServiceHttp;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientJwts.NoKey;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.store.LogoutNoticeStore;
import fr.socle.identity.store.LogoutNoticeStore.Due;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells services that somebody left (OpenID Connect Back-Channel Logout 1.0, 2.5 to 2.8). A service
 * that nobody could tell for a day is given up.
 */
@Component
public class LogoutNotices {

    private static final Logger LOG = LoggerFactory.getLogger(LogoutNotices.class);

    private static final int AT_ONCE = 100;

    private final LogoutNoticeStore store;
    private final LogoutTokens tokens;
    private final Clients clients;
    private final ServiceHttp http;
    private final Post post;
    private final LeasedRounds<Due> rounds;

    /** When, from where, and what is counted. */
    @Component
    record Post(Clock clock, MeterRegistry meters, PublicAddress house) {}

    LogoutNotices(
            LogoutNoticeStore store,
            LogoutTokens tokens,
            Clients clients,
            ServiceHttp http,
            Post post) {
        this.store = store;
        this.tokens = tokens;
        this.clients = clients;
        this.http = http;
        this.post = post;
        this.rounds =
                new LeasedRounds<>(
                        "logout notices", AT_ONCE, post.clock(), store::take, this::tell);
    }

    @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT2S")
    void round() {
        rounds.run();
    }

    private void tell(Due due) {
        var client = clients.find(due.clientId());
        var address = client.map(it -> it.rules().backChannelLogoutUri()).map(this::absolute);
        if (client.isEmpty() || address.isEmpty()) {
            store.delete(due.id());
        } else if (heard(client.get(), address.get(), due)) {
            store.delete(due.id());
            count("told");
        } else {
            later(due);
        }
    }

    /** One that starts with a slash lies in this house, wherever it stands. */
    private String absolute(String address) {
        return address.startsWith("/") ? post.house().of(address) : address;
    }

    private boolean heard(Client client, String address, Due due) {
        try {
            var form = Map.of("logout_token", tokens.of(client, due.subject(), due.sid()));
            int status =
                    http.post(address, fr.socle.identity.broker.OpenIdClient.encoded(form))
                            .status();
            return status == 200 || status == 204;
        } catch (UpstreamFailure unreachable) {
            return false;
        } catch (NoKey missing) {
            LOG.warn("service {} cannot be told: {}", client.clientId(), missing.why());
            return false;
        }
    }

    private void later(Due due) {
        Waits.after(due.attempts()).ifPresentOrElse(wait -> postpone(due, wait), () -> giveUp(due));
    }

    private void postpone(Due due, Duration wait) {
        store.postpone(due.id(), post.clock().instant().plus(wait));
        count("deferred");
    }

    private void giveUp(Due due) {
        LOG.warn("service {} could not be told that somebody left", due.clientId());
        store.delete(due.id());
        count("given-up");
    }

    private void count(String outcome) {
        post.meters().counter("socle.identity.logout-notices", "outcome", outcome).increment();
    }
}
