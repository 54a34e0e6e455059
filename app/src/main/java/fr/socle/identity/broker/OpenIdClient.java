package fr.socle.identity.broker;

import com.nimbusds.jwt.JWTParser;
import fr.socle.identity.federation.Acr;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A client of any OpenID provider over HTTP: of those behind our federations, and, for the pages of
 * this house, of the federations themselves. Whatever it says is checked: issuer, audience, nonce,
 * expiry, signature, and one subject throughout (OpenID Connect Core, 3.1.3.7 and 5.3.2).
 */
@Component
public class OpenIdClient {

    private static final int LONGEST_SUB = 255;

    /**
     * What must be the same at departure and at return.
     *
     * @param verifier of PKCE
     */
    public record Flight(String state, String nonce, String verifier) {}

    /**
     * Who came back.
     *
     * @param acr the level that was vouched for; null when the answer names none that is known
     * @param amr the means that the answer names
     */
    public record Identity(
            String sub,
            Map<String, Object> claims,
            String idToken,
            @Nullable Acr acr,
            List<String> amr) {

        /** The same person, of whom this is said. */
        public Identity saying(Map<String, Object> others) {
            return new Identity(sub, others, idToken, acr, amr);
        }

        /** The same person, who is that surely who they say. */
        public Identity at(Acr level, List<String> means) {
            return new Identity(sub, claims, idToken, level, means);
        }

        /** The level, or this one when the answer names none. */
        public Acr acrOr(Acr other) {
            return acr == null ? other : acr;
        }

        /** When the person proved who they are; long ago when the id_token does not tell. */
        public Instant authTime() {
            try {
                var said = JWTParser.parse(idToken).getJWTClaimsSet().getClaim("auth_time");
                return said instanceof Number seconds
                        ? Instant.ofEpochSecond(seconds.longValue())
                        : said instanceof java.util.Date date ? date.toInstant() : Instant.EPOCH;
            } catch (ParseException none) {
                return Instant.EPOCH;
            }
        }

        @Override
        public String toString() {
            return "Identity[hidden]";
        }
    }

    private final UpstreamHttp http;
    private final Metadata metadata;
    private final SignedAnswers answers;
    private final OwnKeys keys;

    OpenIdClient(UpstreamHttp http, Metadata metadata, SignedAnswers answers, OwnKeys keys) {
        this.http = http;
        this.metadata = metadata;
        this.answers = answers;
        this.keys = keys;
    }

    /** Where the browser goes. */
    public String departure(Registration ours, Flight flight, Map<String, String> more)
            throws UpstreamFailure {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", ours.clientId());
        parameters.put("redirect_uri", ours.redirectUri());
        parameters.put("scope", ours.scope());
        parameters.put("state", flight.state());
        parameters.put("nonce", flight.nonce());
        parameters.put("code_challenge", Pkce.challenge(flight.verifier()));
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(more);
        var address = endpoints(ours).authorization();
        return address + (address.contains("?") ? "&" : "?") + encoded(parameters);
    }

    /**
     * Where the browser goes to leave this provider too (OpenID Connect RP-Initiated Logout 1.0);
     * empty when it offers no such place.
     *
     * @param back where it sends the browser then
     */
    public Optional<String> leaving(Registration ours, String idToken, String back, String state)
            throws UpstreamFailure {
        var address = endpoints(ours).logout();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("id_token_hint", idToken);
        parameters.put("post_logout_redirect_uri", back);
        parameters.put("state", state);
        return Optional.of(address + (address.contains("?") ? "&" : "?") + encoded(parameters));
    }

    /** Reads what the provider publishes, so that nobody waits for it later. */
    void warm(Registration ours) throws UpstreamFailure {
        var provider = endpoints(ours);
        if (!ours.signsWithSecret()) {
            metadata.keys(provider, null);
        }
    }

    /**
     * Where a departure may end, as far as that is known: for the policy of our pages.
     *
     * @param agreed null when the provider publishes its addresses
     */
    List<String> doors(String issuer, @Nullable Endpoints agreed) {
        var known = agreed == null ? metadata.atHand(issuer) : Optional.of(agreed);
        return Stream.concat(Stream.of(issuer), known.map(Endpoints::authorization).stream())
                .toList();
    }

    private Endpoints endpoints(Registration ours) throws UpstreamFailure {
        var agreed = ours.endpoints();
        return agreed == null ? metadata.of(ours.issuer()) : agreed;
    }

    /** Redeems the code and reads who it is. */
    public Identity arrival(Registration ours, Flight flight, String code) throws UpstreamFailure {
        var provider = endpoints(ours);
        var tokens = tokens(provider, ours, flight, code);
        var idToken = text(tokens, "id_token");
        var said = answers.idToken(provider, ours, flight.nonce(), idToken);
        var sub = said.getSubject().getValue();
        if (sub.length() > LONGEST_SUB) {
            throw new UpstreamFailure(
                    UpstreamFault.TOKEN_LYING, "a subject of more than 255 characters");
        }
        var claims = userinfo(provider, ours, text(tokens, "access_token"));
        if (!sub.equals(claims.get("sub"))) {
            throw new UpstreamFailure(
                    UpstreamFault.USERINFO_LYING, "userinfo is about another subject");
        }
        var vouched = Vouched.of(said.getClaim("acr"), said.getClaim("amr"));
        return new Identity(sub, claims, idToken, vouched.acr(), vouched.amr());
    }

    private Map<String, Object> tokens(
            Endpoints provider, Registration ours, Flight flight, String code)
            throws UpstreamFailure {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", ours.redirectUri());
        form.put("code_verifier", flight.verifier());
        form.putAll(proof(ours));
        var answer = http.post(provider.token(), encoded(form));
        if (answer.status() != 200) {
            // because anybody can bring a code that is none, and that must spare no provider
            throw new UpstreamFailure(
                    answer.status() < 500 ? UpstreamFault.TOKEN_REFUSED : UpstreamFault.TOKEN_DOWN,
                    "token answers " + answer.status());
        }
        return Metadata.json(answer.body());
    }

    private Map<String, String> proof(Registration ours) {
        var proof = new LinkedHashMap<String, String>();
        proof.put("client_id", ours.clientId());
        switch (ours.auth()) {
            case CLIENT_SECRET_POST -> proof.put("client_secret", ours.secret());
            case PRIVATE_KEY_JWT -> {
                proof.put(
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
                proof.put("client_assertion", keys.assertion(ours));
            }
        }
        return proof;
    }

    private Map<String, Object> userinfo(Endpoints provider, Registration ours, String token)
            throws UpstreamFailure {
        try {
            var plain = ours.userinfo() == UserinfoForm.JSON;
            var answer =
                    http.get(
                            provider.userinfo(), "Bearer " + token, plain ? "" : "application/jwt");
            if (answer.status() != 200) {
                throw new UpstreamFailure(
                        UpstreamFault.USERINFO_DOWN, "userinfo answers " + answer.status());
            }
            return plain
                    ? Metadata.json(answer.body())
                    : answers.userinfo(provider, ours, answer.body().strip());
        } catch (UpstreamFailure failed) {
            throw switch (failed.fault()) {
                case TOKEN_DOWN -> failed.as(UpstreamFault.USERINFO_DOWN);
                case TOKEN_LYING -> failed.as(UpstreamFault.USERINFO_LYING);
                default -> failed;
            };
        }
    }

    private static String text(Map<String, Object> members, String name) throws UpstreamFailure {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new UpstreamFailure(UpstreamFault.TOKEN_LYING, "an answer without " + name);
    }

    /** As both a query and a form are written. */
    public static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(
                        it ->
                                it.getKey()
                                        + "="
                                        + java.net.URLEncoder.encode(
                                                it.getValue(),
                                                java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
