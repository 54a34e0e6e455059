package fr.socle.identity;

import fr.socle.SignsIn;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.jspecify.annotations.NullMarked;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A service outside the house, which keeps nothing but what the protocol gives. */
@NullMarked
final class RelyingParty {

    static final String REDIRECT = "http://127.0.0.1:9/retour";
    static final String VERIFIER = "v".repeat(50);

    record Answer(int status, Map<String, Object> members) {
        String text(String name) {
            return String.valueOf(members.get(name));
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String issuer;
    private final String clientId;
    private final String secret;
    final String nonce = UUID.randomUUID().toString();
    final String state = UUID.randomUUID().toString();

    RelyingParty(String issuer, String clientId, String secret) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.secret = secret;
    }

    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", REDIRECT);
        parameters.put("scope", "openid identite_pivot email");
        parameters.put("state", state);
        parameters.put("nonce", nonce);
        parameters.put("code_challenge", fr.socle.identity.broker.Pkce.challenge(VERIFIER));
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    /** A good request in the contract of FranceConnect. */
    Map<String, String> strictly(String acr) {
        var parameters = parameters();
        parameters.remove("code_challenge");
        parameters.remove("code_challenge_method");
        parameters.put("acr_values", acr);
        return parameters;
    }

    String authorize(Map<String, String> parameters) {
        return issuer + "/authorize?" + fr.socle.identity.broker.OpenIdClient.encoded(parameters);
    }

    /** The answer to a request for sign-in, without following it. */
    HttpResponse<String> ask(Map<String, String> parameters) {
        return send(HttpRequest.newBuilder(URI.create(authorize(parameters))).GET());
    }

    /** Signs somebody in and catches the browser on its way back. */
    Map<String, String> signIn(WebClient browser, String name, String provider) throws IOException {
        return signIn(browser, parameters(), name, provider);
    }

    Map<String, String> signIn(
            WebClient browser, Map<String, String> parameters, String name, String provider)
            throws IOException {
        return signInAt(browser, authorize(parameters), name, provider);
    }

    /** From an address that somebody else's client made. */
    static Map<String, String> signInAt(
            WebClient browser, String address, String name, String provider) throws IOException {
        HtmlPage choice = browser.getPage(address);
        var consent = SignsIn.consent(choice, name, provider);
        browser.getOptions().setRedirectEnabled(false);
        try {
            var end = SignsIn.pressed(consent, "Continuer vers");
            return query(end.getWebResponse().getResponseHeaderValue("Location"));
        } finally {
            browser.getOptions().setRedirectEnabled(true);
        }
    }

    static Map<String, String> query(String address) {
        assert address.startsWith(REDIRECT);
        var found = new HashMap<String, String>();
        for (var pair : address.substring(address.indexOf('?') + 1).split("&")) {
            int equals = pair.indexOf('=');
            found.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return found;
    }

    Map<String, String> tokenForm(String code) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", REDIRECT);
        form.put("client_id", clientId);
        form.put("client_secret", secret);
        form.put("code_verifier", VERIFIER);
        return form;
    }

    Answer token(Map<String, String> form) {
        return read(send(post(form)));
    }

    /** The values go as they are. */
    Answer tokenUnescaped(Map<String, String> form) {
        var body = new StringBuilder();
        form.forEach((name, value) -> body.append(name).append('=').append(value).append('&'));
        return read(
                send(
                        HttpRequest.newBuilder(URI.create(issuer + "/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
    }

    Answer tokenInAddress(Map<String, String> form) {
        var address = issuer + "/token?" + fr.socle.identity.broker.OpenIdClient.encoded(form);
        return read(
                send(
                        HttpRequest.newBuilder(URI.create(address))
                                .POST(HttpRequest.BodyPublishers.noBody())));
    }

    Answer tokenByBasic(String code) {
        var form = new LinkedHashMap<>(tokenForm(code));
        form.remove("client_id");
        form.remove("client_secret");
        var pair = clientId + ":" + secret;
        var basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return read(send(post(form).header("Authorization", "Basic " + basic)));
    }

    private HttpRequest.Builder post(Map<String, String> form) {
        return post("/token", form);
    }

    HttpRequest.Builder post(String path, Map<String, String> form) {
        return HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                fr.socle.identity.broker.OpenIdClient.encoded(form)));
    }

    Answer userinfo(String token) {
        return read(
                send(
                        HttpRequest.newBuilder(URI.create(issuer + "/userinfo"))
                                .header("Authorization", "Bearer " + token)
                                .GET()));
    }

    Answer get(String path) {
        return read(send(HttpRequest.newBuilder(URI.create(issuer + path)).GET()));
    }

    /** What an address answers to this form with the secret in it. */
    HttpResponse<String> posted(String path, Map<String, String> form) {
        var all = new LinkedHashMap<String, String>();
        all.put("client_id", clientId);
        all.put("client_secret", secret);
        all.putAll(form);
        return send(post(path, all));
    }

    HttpResponse<String> introspectedAsJwt(String token) {
        var form = new LinkedHashMap<String, String>();
        form.put("client_id", clientId);
        form.put("client_secret", secret);
        form.put("token", token);
        return send(
                post("/token/introspection", form)
                        .header("Accept", "application/token-introspection+jwt"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    static Answer read(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                JsonMapper.shared()
                        .readValue(response.body(), new TypeReference<Map<String, Object>>() {}));
    }
}
