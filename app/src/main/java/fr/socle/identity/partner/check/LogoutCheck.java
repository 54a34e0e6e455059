package fr.socle.identity.partner.check;

import com.nimbusds.jwt.JWTClaimsSet;
import fr.socle.house.PublicAddress;
import fr.socle.identity.federation.Client;
import fr.socle.identity.keys.SigningKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says what is wrong with a request to {@code session/end}. */
@Component
class LogoutCheck {

    private static final String KEY = "identity.check.logout.";
    private static final String TO = "post_logout_redirect_uri";
    private static final String HINT = "id_token_hint";

    private final SigningKeys keys;
    private final PublicAddress address;

    LogoutCheck(SigningKeys keys, PublicAddress address) {
        this.keys = keys;
        this.address = address;
    }

    List<Finding> check(Client client, Map<String, String[]> parameters) {
        var findings = new ArrayList<Finding>();
        var to = text(parameters, TO);
        if (to.isEmpty()) {
            findings.add(Finding.warn(TO, KEY + "nowhere"));
        } else if (!client.mayLeaveTo(to, address.value())) {
            findings.add(wrong(client, to));
        }
        var hint = text(parameters, HINT);
        if (hint.isEmpty()) {
            findings.add(Finding.bad(HINT, KEY + "no-hint"));
        } else if (!isOf(client, hint)) {
            findings.add(Finding.bad(HINT, KEY + "hint"));
        }
        return findings.isEmpty() ? List.of(Finding.good(KEY + "right")) : findings;
    }

    private static Finding wrong(Client client, String to) {
        return Difference.of(to, client.logoutUris())
                .map(it -> new Finding("bad", TO, it.told(), ""))
                .orElseGet(() -> Finding.bad(TO, KEY + "none-registered"));
    }

    private boolean isOf(Client client, String hint) {
        return keys.verified(client.federation().code(), hint)
                .map(JWTClaimsSet::getAudience)
                .filter(it -> it.equals(List.of(client.clientId())))
                .isPresent();
    }

    private static String text(Map<String, String[]> parameters, String name) {
        var values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }
}
