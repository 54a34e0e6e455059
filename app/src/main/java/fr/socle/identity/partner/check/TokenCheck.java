package fr.socle.identity.partner.check;

import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Tokens;
import fr.socle.identity.federation.Tokens.Redemption;
import fr.socle.identity.partner.check.Pasted.Token;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Says what is wrong with a request to {@code token}: the code that answers there is asked, and
 * asked again with what the person may have meant. Nothing is redeemed.
 */
@Component
class TokenCheck {

    private static final String KEY = "identity.check.token.";
    private static final String SECRET = "client_secret";

    private final Clients clients;
    private final Tokens tokens;
    private final AssertionCheck assertions;

    TokenCheck(Clients clients, Tokens tokens, AssertionCheck assertions) {
        this.clients = clients;
        this.tokens = tokens;
        this.assertions = assertions;
    }

    List<Finding> check(Client client, Token asked) {
        var findings = new ArrayList<Finding>();
        if (asked.inAddress()) {
            findings.add(Finding.bad("", KEY + "in-address"));
        }
        asked.parameters()
                .forEach(
                        (name, values) -> {
                            if (values.length > 1) {
                                findings.add(Finding.bad(name, KEY + "twice", name));
                            }
                        });
        findings.addAll(proof(client, asked));
        findings.addAll(grant(client, asked));
        if (findings.stream().noneMatch(it -> it.kind().equals("bad"))) {
            findings.addFirst(Finding.good(KEY + "right"));
        }
        return findings;
    }

    private List<Finding> proof(Client client, Token asked) {
        var assertion = text(asked, "client_assertion");
        if (!assertion.isEmpty() || client.keys().auth() == ClientAuth.PRIVATE_KEY_JWT) {
            return assertions.check(client, assertion);
        }
        var id = text(asked, "client_id");
        var secret = text(asked, SECRET);
        return proves(client, asked.authorization(), id, secret)
                ? List.of()
                : List.of(whyNot(client, asked, id, secret));
    }

    private boolean proves(Client client, String authorization, String id, String secret) {
        var form = new HashMap<String, String>();
        if (!id.isEmpty()) {
            form.put("client_id", id);
        }
        if (!secret.isEmpty()) {
            form.put(SECRET, secret);
        }
        return clients.authenticated(authorization.isEmpty() ? null : authorization, form)
                .filter(it -> it.clientId().equals(client.clientId()))
                .isPresent();
    }

    private Finding whyNot(Client client, Token asked, String id, String secret) {
        if (!asked.authorization().isEmpty()) {
            return secret.isEmpty() ? basic(asked) : Finding.bad(SECRET, KEY + "both");
        }
        if (id.isEmpty()) {
            return Finding.bad("client_id", KEY + "no-client", client.clientId());
        }
        if (!id.equals(client.clientId())) {
            return Finding.bad("client_id", KEY + "client", id, client.clientId());
        }
        if (secret.isEmpty()) {
            return Finding.bad(SECRET, KEY + "no-secret");
        }
        return meant(secret)
                .filter(it -> proves(client, "", id, it))
                .findFirst()
                .map(_ -> Finding.bad(SECRET, KEY + "secret-altered"))
                .orElseGet(() -> Finding.bad(SECRET, KEY + "secret"));
    }

    private static Finding basic(Token asked) {
        return asked.authorization().startsWith("Basic ")
                ? Finding.bad("Authorization", KEY + "basic")
                : Finding.bad("Authorization", KEY + "scheme");
    }

    /** What copying, quoting and encoding do to a secret, undone. */
    private static Stream<String> meant(String secret) {
        return Stream.of(
                        secret.strip(),
                        secret.replaceAll("^[\"'<]|[\"'>]$", ""),
                        secret.replaceAll("\\s", ""),
                        decoded(secret))
                .filter(it -> !it.equals(secret));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private List<Finding> grant(Client client, Token asked) {
        var grant = text(asked, "grant_type");
        if (!grant.equals("authorization_code")) {
            return List.of(Finding.bad("grant_type", KEY + "grant", grant));
        }
        var missing =
                Stream.of("code", "redirect_uri")
                        .filter(it -> text(asked, it).isEmpty())
                        .map(it -> Finding.bad(it, KEY + "missing", it))
                        .toList();
        if (!missing.isEmpty()) {
            return missing;
        }
        var redemption =
                new Redemption(
                        text(asked, "code"),
                        text(asked, "redirect_uri"),
                        text(asked, "code_verifier"));
        return tokens.examined(client, redemption)
                .map(it -> List.of(refused(client, redemption, it)))
                .orElseGet(List::of);
    }

    /** The address answers in English; what it means stands beside it. */
    private Finding refused(Client client, Redemption asked, String said) {
        if (said.contains("redirect_uri")) {
            return Difference.of(asked.redirectUri(), client.redirectUris())
                    .filter(it -> !it.registered().equals(asked.redirectUri()))
                    .map(it -> new Finding("bad", "redirect_uri", it.told(), said))
                    .orElseGet(() -> Finding.bad("redirect_uri", KEY + "redirect").saying(said));
        }
        return said.contains("code_verifier")
                ? Finding.bad("code_verifier", KEY + "verifier").saying(said)
                : Finding.warn("code", KEY + "code").saying(said);
    }

    private static String text(Token asked, String name) {
        var values = asked.parameters().get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }
}
