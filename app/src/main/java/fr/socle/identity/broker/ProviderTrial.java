package fr.socle.identity.broker;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import fr.socle.house.OutsideHttp;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a provider now what sign-ins will ask of it, keeps nothing, and tells line by line what is
 * well and what is not: an operator reads it before anyone signs in there.
 */
@Component
public class ProviderTrial {

    private static final Set<JWSAlgorithm> KNOWN =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256);

    /** How a line came out. */
    public enum Verdict {
        GOOD,
        WARN,
        BAD
    }

    /**
     * One thing that was looked at.
     *
     * @param key of the message, which tells what was found and what to do
     * @param about quoted by the message
     */
    public record Line(Verdict verdict, String key, String about) {}

    private final UpstreamHttp http;

    ProviderTrial(UpstreamHttp http) {
        this.http = http;
    }

    /** Takes six seconds for each of two calls at the most. */
    public List<Line> of(String issuer) {
        var lines = new ArrayList<Line>();
        var metadata = discovered(issuer, lines);
        if (metadata != null) {
            looked(metadata, lines);
            keys(metadata.getJWKSetURI(), lines);
        }
        return lines;
    }

    private @Nullable OIDCProviderMetadata discovered(String issuer, List<Line> lines) {
        var address = issuer + "/.well-known/openid-configuration";
        var body = fetched(address, "discovery", lines);
        if (body == null) {
            return null;
        }
        try {
            var metadata = OIDCProviderMetadata.parse(body);
            var named = metadata.getIssuer().getValue();
            if (!named.equals(issuer)) {
                lines.add(bad("issuer", named));
                return null;
            }
            lines.add(good("discovery", address));
            return metadata;
        } catch (ParseException unreadable) {
            lines.add(bad("discovery-unreadable", String.valueOf(unreadable.getMessage())));
            return null;
        }
    }

    private static void looked(OIDCProviderMetadata metadata, List<Line> lines) {
        endpoint("authorization", metadata.getAuthorizationEndpointURI(), lines);
        endpoint("token", metadata.getTokenEndpointURI(), lines);
        endpoint("userinfo", metadata.getUserInfoEndpointURI(), lines);
        var types = metadata.getResponseTypes();
        if (types == null || !types.contains(ResponseType.CODE)) {
            lines.add(bad("code", String.valueOf(types)));
        }
        var methods = metadata.getCodeChallengeMethods();
        lines.add(
                methods != null && methods.contains(CodeChallengeMethod.S256)
                        ? good("pkce", "")
                        : new Line(Verdict.WARN, key("no-pkce"), ""));
        var algorithms = metadata.getIDTokenJWSAlgs();
        lines.add(
                algorithms != null && algorithms.stream().anyMatch(KNOWN::contains)
                        ? good("algorithms", algorithms.toString())
                        : bad("no-algorithm", String.valueOf(algorithms)));
    }

    private static void endpoint(String name, @Nullable URI address, List<Line> lines) {
        if (address == null) {
            lines.add(bad("endpoint-missing", name));
        } else if (!"https".equals(address.getScheme()) && !isHere(address)) {
            lines.add(bad("endpoint-clear", address.toString()));
        }
    }

    private static boolean isHere(URI address) {
        return "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
    }

    private void keys(@Nullable URI address, List<Line> lines) {
        if (address == null) {
            lines.add(bad("endpoint-missing", "jwks"));
            return;
        }
        var body = fetched(address.toString(), "keys", lines);
        if (body == null) {
            return;
        }
        try {
            var usable =
                    JWKSet.parse(body).getKeys().stream()
                            .filter(it -> !it.isPrivate() && it.getKeyUse() != KeyUse.ENCRYPTION)
                            .count();
            lines.add(usable > 0 ? good("keys", String.valueOf(usable)) : bad("keys-none", ""));
        } catch (java.text.ParseException unreadable) {
            lines.add(bad("keys-unreadable", address.toString()));
        }
    }

    private @Nullable String fetched(String address, String what, List<Line> lines) {
        try {
            var answer = http.get(address, "");
            if (answer.status() == 200) {
                return answer.body();
            }
            lines.add(bad(what + "-status", address + " : " + answer.status()));
        } catch (UpstreamFailure failed) {
            if (failed.why().contains(OutsideHttp.INSIDE)) {
                lines.add(bad("inside", address));
                return null;
            }
            lines.add(bad(what + "-down", address + " : " + failed.getMessage()));
        }
        return null;
    }

    private static Line good(String word, String about) {
        return new Line(Verdict.GOOD, key(word), about);
    }

    private static Line bad(String word, String about) {
        return new Line(Verdict.BAD, key(word), about);
    }

    private static String key(String word) {
        return "identity.trial." + word;
    }
}
