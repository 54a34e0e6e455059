package fr.socle.identity.sso;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientJwts;
import fr.socle.identity.federation.ClientJwts.NoKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a service is sent when somebody leaves (OpenID Connect Back-Channel Logout 1.0, 2.4). */
@Component
class LogoutTokens {

    private static final String TYPE = "logout+jwt";
    private static final Map<String, Object> EVENTS =
            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final ClientJwts jwts;
    private final PublicAddress address;
    private final Clock clock;

    LogoutTokens(ClientJwts jwts, PublicAddress address, Clock clock) {
        this.jwts = jwts;
        this.address = address;
        this.clock = clock;
    }

    /**
     * Made anew at each attempt: it is never an old one. Signed, and sealed if that was agreed, as
     * the service's id_tokens are (Back-Channel Logout 1.0, 2.4 and 2.6).
     */
    String of(Client client, String subject, String sid) throws NoKey {
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(address.of(client.federation().base()))
                        .audience(client.clientId())
                        .subject(subject)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim("sid", sid)
                        .claim("events", EVENTS)
                        .build();
        return jwts.likeIdToken(client, TYPE, claims);
    }
}
