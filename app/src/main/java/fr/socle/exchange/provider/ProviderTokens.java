package fr.socle.exchange.provider;

import fr.socle.exchange.provider.Credential.ClientCredentials;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tokens that providers gave us for client credentials, kept until shortly before they end. */
final class ProviderTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderTokens.class);
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final long SHORTEST = 60;
    private static final long LONGEST = 3600;
    private static final int LARGEST = 20_000;

    private final ProviderHttp http;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    private record Held(ClientCredentials by, String secret, String token, Instant until) {}

    ProviderTokens(ProviderHttp http, JsonMapper json, Clock clock) {
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    /** Empty when the provider gives none. */
    Optional<String> of(Provider provider, ClientCredentials by) {
        var known = held.get(provider.code());
        if (known != null
                && known.by().equals(by)
                && known.secret().equals(provider.secret())
                && clock.instant().isBefore(known.until())) {
            return Optional.of(known.token());
        }
        var fresh = fetch(provider, by);
        fresh.ifPresent(it -> held.put(provider.code(), it));
        return fresh.map(Held::token);
    }

    /** The provider refused it before its end. */
    void forget(Provider provider) {
        held.remove(provider.code());
    }

    private Optional<Held> fetch(Provider provider, ClientCredentials by) {
        var form =
                "grant_type=client_credentials"
                        + (by.scope().isEmpty() ? "" : "&scope=" + encoded(by.scope()));
        var basic = encoded(by.clientId()) + ":" + encoded(provider.secret());
        var request = new HttpPost(by.tokenUrl());
        request.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
        request.setHeader("Accept", "application/json");
        request.setHeader(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        try {
            var reply = http.send(provider, request, LARGEST);
            return reply.status() == 200 ? read(provider, by, reply.body()) : Optional.empty();
        } catch (TimeoutException | ExecutionException failed) {
            LOG.warn("{} gave no token: {}", provider, failed.toString());
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Held> read(Provider provider, ClientCredentials by, byte[] body) {
        try {
            var answer = json.readTree(body);
            var token = answer.path("access_token").asString("");
            var life = Math.clamp(answer.path("expires_in").asLong(SHORTEST), SHORTEST, LONGEST);
            var until = clock.instant().plusSeconds(life).minus(MARGIN);
            // because it goes into a header (RFC 6750, 2.1)
            return token.matches("[A-Za-z0-9._~+/-]+=*")
                    ? Optional.of(new Held(by, provider.secret(), token, until))
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
