package fr.socle.identity.partner.check;

import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import fr.socle.house.OutsideHttp;
import fr.socle.identity.broker.ServiceHttp;
import fr.socle.identity.broker.UpstreamFailure;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.keys.JwtEncryption;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a service's published keys (RFC 7517), and says whether they do what it needs. */
@Component
public class KeysCheck {

    private static final String KEY = "identity.check.keys.";
    private static final String PLACE = "jwks_uri";

    /** As much as is read of a service's keys anywhere. */
    private static final int LARGEST = 64 * 1024;

    private static final int SHORTEST_RSA = 2048;

    private final ServiceHttp http;

    KeysCheck(ServiceHttp http) {
        this.http = http;
    }

    /**
     * What was read.
     *
     * @param names each key as people tell them apart: its kind and its kid
     */
    public record Read(List<String> names, List<Finding> findings) {

        public Read {
            names = List.copyOf(names);
            findings = List.copyOf(findings);
        }

        public boolean usable() {
            return findings.stream().noneMatch(it -> it.kind().equals("bad"));
        }

        static Read failed(String key, Object... arguments) {
            return new Read(List.of(), List.of(Finding.bad(PLACE, KEY + key, arguments)));
        }
    }

    /** Fetches the keys: six seconds at most, 64 kB at most, no redirect. */
    public Read read(Client client) {
        var address = client.keys().jwksUri();
        if (address == null) {
            return new Read(List.of(), List.of(Finding.warn(PLACE, KEY + "none-needed")));
        }
        try {
            var answer = http.get(address, LARGEST);
            return answer.status() == 200
                    ? parsed(client, answer.body())
                    : Read.failed("status", answer.status());
        } catch (UpstreamFailure failed) {
            return unread(failed.why(), address);
        }
    }

    private static Read unread(String why, String address) {
        if (why.contains(OutsideHttp.LARGE)) {
            return Read.failed("large", LARGEST / 1024);
        }
        return Read.failed(why.contains(OutsideHttp.INSIDE) ? "inside" : "unreachable", address);
    }

    private static Read parsed(Client client, String text) {
        try {
            var keys = JWKSet.parse(text).getKeys();
            return keys.isEmpty()
                    ? Read.failed("empty")
                    : new Read(keys.stream().map(KeysCheck::name).toList(), findings(client, keys));
        } catch (ParseException unreadable) {
            return Read.failed("unreadable");
        }
    }

    private static List<Finding> findings(Client client, List<JWK> keys) {
        var findings = new ArrayList<Finding>();
        if (keys.stream().anyMatch(JWK::isPrivate)) {
            findings.add(Finding.bad(PLACE, KEY + "private"));
        }
        if (keys.stream().anyMatch(it -> it.getKeyID() == null)) {
            findings.add(Finding.warn(PLACE, KEY + "no-kid"));
        }
        var kids = keys.stream().map(JWK::getKeyID).filter(Objects::nonNull).toList();
        if (new HashSet<>(kids).size() < kids.size()) {
            findings.add(Finding.bad(PLACE, KEY + "same-kid"));
        }
        if (client.keys().auth() == ClientAuth.PRIVATE_KEY_JWT
                && keys.stream().noneMatch(KeysCheck::signs)) {
            findings.add(Finding.bad(PLACE, KEY + "no-signing"));
        }
        encryptions(client)
                .filter(it -> keys.stream().noneMatch(encrypts(it)))
                .forEach(it -> findings.add(Finding.bad(PLACE, KEY + "no-encryption", it.code())));
        return findings.isEmpty()
                ? List.of(Finding.good(KEY + "right", keys.size()))
                : List.copyOf(findings);
    }

    private static Stream<JwtEncryption> encryptions(Client client) {
        return Stream.<@Nullable JwtEncryption>of(
                        client.keys().idTokenEncryption(), client.keys().userinfoEncryption())
                .filter(Objects::nonNull)
                .distinct();
    }

    private static boolean signs(JWK key) {
        return !KeyUse.ENCRYPTION.equals(key.getKeyUse())
                && (key instanceof ECKey ec
                        ? Curve.P_256.equals(ec.getCurve())
                        : key instanceof RSAKey && key.size() >= SHORTEST_RSA);
    }

    private static Predicate<JWK> encrypts(JwtEncryption encryption) {
        return key ->
                !KeyUse.SIGNATURE.equals(key.getKeyUse())
                        && switch (encryption) {
                            case ECDH_ES -> key instanceof ECKey;
                            case RSA_OAEP, RSA_OAEP_256 ->
                                    key instanceof RSAKey && key.size() >= SHORTEST_RSA;
                        };
    }

    private static String name(JWK key) {
        var kind = key instanceof AsymmetricJWK ? key.getKeyType().getValue() : "?";
        return kind + " " + (key.getKeyID() == null ? "–" : key.getKeyID());
    }
}
