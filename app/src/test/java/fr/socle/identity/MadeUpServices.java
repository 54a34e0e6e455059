package fr.socle.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Made-up services of each kind, registered as an operator would. */
@NullMarked
final class MadeUpServices {

    static final String LOGOUT = "http://127.0.0.1:9/";

    /** A service, and how it behaves. */
    record Service(Client client, RelyingParty party) {

        /** A good request, in the words of its contract. */
        Map<String, String> parameters() {
            return isStrict() ? party.strictly("eidas1") : party.parameters();
        }

        String authorize() {
            return party.authorize(parameters());
        }

        RelyingParty.Answer tokens(String code) {
            var form = party.tokenForm(code);
            if (isStrict()) {
                form.remove("code_verifier");
            }
            return party.token(form);
        }

        String idToken(String code) {
            return tokens(code).text("id_token");
        }

        /** What the id_token says that this code gives. */
        JWTClaimsSet redeem(String code) {
            return claims(idToken(code));
        }

        private boolean isStrict() {
            return client.profile() == Profile.FRANCECONNECT;
        }
    }

    private final Clients clients;
    private final int port;

    MadeUpServices(Clients clients, int port) {
        this.clients = clients;
        this.port = port;
    }

    String issuer(Federation federation) {
        return "http://localhost:" + port + federation.base();
    }

    Service standard(String name) {
        return register(name, Federation.CITOYENS, Client.Rules.of(Profile.OPENID));
    }

    Service strict(String name) {
        return register(name, Federation.CITOYENS, Client.Rules.of(Profile.FRANCECONNECT));
    }

    Service register(String name, Federation federation, Client.Rules rules) {
        return register(name, federation, Client.Keys.STANDARD, rules);
    }

    Service register(String name, Federation federation, Client.Keys keys, Client.Rules rules) {
        var id = "essai-" + UUID.randomUUID();
        var client =
                new Client(
                                id,
                                federation,
                                name,
                                "Commune d’essai",
                                id,
                                List.of(RelyingParty.REDIRECT),
                                List.of(LOGOUT),
                                Set.of("openid", "identite_pivot", "email"),
                                false,
                                true)
                        .with(keys, rules);
        var secret = clients.register(client).orElseThrow();
        return new Service(client, new RelyingParty(issuer(federation), id, secret));
    }

    /** Rules with what a test is about; the rest is as usual. */
    static Client.Rules rules(
            Profile profile, boolean privateWithConsent, @Nullable String logout, String... not) {
        var usual = Client.Rules.of(profile);
        return new Client.Rules(
                profile,
                usual.subjects(),
                privateWithConsent,
                privateWithConsent,
                false,
                logout,
                Set.of(not),
                true,
                false,
                Set.of(),
                Set.of(),
                Set.of());
    }

    /** The same rules, for a service that may send people straight to this provider. */
    static Client.Rules hinting(Client.Rules usual, String uid) {
        return new Client.Rules(
                usual.profile(),
                usual.subjects(),
                usual.privateSector(),
                usual.identityConsent(),
                usual.introspects(),
                usual.backChannelLogoutUri(),
                usual.idpFilter(),
                usual.idpFilterExcludes(),
                usual.sandbox(),
                usual.allowedPrompts(),
                Set.of(uid),
                usual.repScopes());
    }

    static JWTClaimsSet claims(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
