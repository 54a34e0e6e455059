package fr.socle.identity.partner.check;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads what an assertion says of itself: who, for whom and when (RFC 7523, 3). The endpoint is not
 * asked, because an assertion that it accepts is used up.
 */
@Component
class AssertionCheck {

    private static final String KEY = "identity.check.assertion.";
    private static final String NAME = "client_assertion";

    /** Beyond it a clock is wrong rather than late. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final PublicAddress address;
    private final Clock clock;

    AssertionCheck(PublicAddress address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    /**
     * @param assertion empty when none was sent
     */
    List<Finding> check(Client client, String assertion) {
        if (client.keys().auth() != ClientAuth.PRIVATE_KEY_JWT) {
            return List.of(Finding.bad(NAME, KEY + "not-registered", client.keys().auth().code()));
        }
        if (assertion.isEmpty()) {
            return List.of(Finding.bad(NAME, KEY + "missing"));
        }
        try {
            var signed = SignedJWT.parse(assertion);
            var findings = new ArrayList<>(names(client, signed.getJWTClaimsSet()));
            findings.addAll(times(signed.getJWTClaimsSet()));
            if (signed.getHeader().getKeyID() == null) {
                findings.add(Finding.warn(NAME, KEY + "kid"));
            }
            return findings;
        } catch (ParseException unreadable) {
            return List.of(Finding.bad(NAME, KEY + "unreadable"));
        }
    }

    private List<Finding> names(Client client, JWTClaimsSet claims) {
        var findings = new ArrayList<Finding>();
        var id = client.clientId();
        if (!id.equals(claims.getIssuer()) || !id.equals(claims.getSubject())) {
            findings.add(Finding.bad(NAME, KEY + "subject", id));
        }
        var issuer = address.of(client.federation().base());
        if (!claims.getAudience().equals(List.of(issuer))
                && !claims.getAudience().equals(List.of(issuer + "/token"))) {
            findings.add(Finding.bad(NAME, KEY + "audience", issuer));
        }
        if (claims.getJWTID() == null || claims.getJWTID().isBlank()) {
            findings.add(Finding.bad(NAME, KEY + "jti"));
        }
        return findings;
    }

    private List<Finding> times(JWTClaimsSet claims) {
        var now = clock.instant();
        var end = claims.getExpirationTime();
        if (end == null) {
            return List.of(Finding.bad(NAME, KEY + "no-end"));
        }
        var issued = claims.getIssueTime();
        if (issued != null && issued.toInstant().isAfter(now.plus(SKEW))) {
            var ahead = Duration.between(now, issued.toInstant()).toSeconds();
            return List.of(Finding.bad(NAME, KEY + "clock-ahead", ahead));
        }
        return end.toInstant().isBefore(now)
                ? List.of(
                        Finding.bad(
                                NAME,
                                KEY + "ended",
                                Duration.between(end.toInstant(), now).toSeconds()))
                : List.of();
    }
}
