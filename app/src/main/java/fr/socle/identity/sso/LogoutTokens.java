package fr.socle.identity.sso;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.Client;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.SigningKeys;
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

    private final SigningKeys keys;
    private final PublicAddress address;
    private final Clock clock;

    LogoutTokens(SigningKeys keys, PublicAddress address, Clock clock) {
        this.keys = keys;
        this.address = address;
        this.clock = clock;
    }

    /** Made anew at each attempt: it is never an old one. */
    String of(Client client, String subject, String sid) {
        var now = clock.instant();
        var federation = client.federation();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(address.of(federation.base()))
                        .audience(client.clientId())
                        .subject(subject)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .jwtID(UUID.randomUUID().toString())
                        .claim("sid", sid)
                        .claim("events", EVENTS)
                        .build();
        return keys.sign(federation.code(), JwtAlg.ES256, TYPE, claims);
    }
}
