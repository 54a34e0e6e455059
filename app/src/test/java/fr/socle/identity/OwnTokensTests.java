package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.identity.RelyingParty.Answer;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens of services themselves, without anybody. */
@NullMarked
class OwnTokensTests extends OpenIdProfileTest {

    private static final Set<String> OWN = Set.of("cnaf_quotient_familial", "dgfip_rfr");

    @Autowired JdbcClient db;

    private record Party(Client client, RelyingParty party) {

        Answer post(String path, Map<String, String> form) {
            return RelyingParty.read(party.posted(path, form));
        }

        Answer own(String scope) {
            var form = new LinkedHashMap<String, String>();
            form.put("grant_type", "client_credentials");
            if (!scope.isEmpty()) {
                form.put("scope", scope);
            }
            return post("/token", form);
        }

        Answer worth(String token) {
            return post("/token/introspection", Map.of("token", token));
        }
    }

    private Party party(
            Federation federation, Profile profile, Set<String> own, boolean introspects) {
        var usual = Services.rules(profile);
        var rules =
                new Client.Rules(
                        profile,
                        usual.subjects(),
                        false,
                        false,
                        introspects,
                        null,
                        Set.of(),
                        true,
                        false,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        own);
        var scopes = new TreeSet<>(Set.of("openid", "dgfip_rfr"));
        var made = Services.client(federation, scopes, Services.POST, rules);
        return new Party(made, services.party(made));
    }

    private Party allowed() {
        return party(Federation.CITOYENS, Profile.OPENID, OWN, false);
    }

    @Test
    void aServiceGetsATokenForItselfWithoutAPerson() {
        var mine = allowed();
        var answer = mine.own("");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.members())
                .containsEntry("token_type", "Bearer")
                .containsEntry("scope", "cnaf_quotient_familial dgfip_rfr")
                .containsOnlyKeys("access_token", "token_type", "expires_in", "scope");
        assertThat(mine.worth(answer.text("access_token")).members())
                .containsEntry("active", true)
                .containsEntry("client_id", mine.client().clientId())
                .containsKey("exp")
                .doesNotContainKeys("sub", "acr");
        assertThat(mine.own("dgfip_rfr").members()).containsEntry("scope", "dgfip_rfr");
    }

    @Test
    void aDataProviderLearnsWhatItSharesWithTheServiceAndOthersNothing() {
        var token = allowed().own("").text("access_token");
        var provider = party(Federation.CITOYENS, Profile.OPENID, Set.of(), true);
        assertThat(provider.worth(token).members())
                .containsEntry("active", true)
                .containsEntry("scope", "dgfip_rfr");
        var stranger = party(Federation.CITOYENS, Profile.OPENID, Set.of(), false);
        assertThat(stranger.worth(token).members()).isEqualTo(Map.of("active", false));
        var elsewhere = party(Federation.CITOYENS_PLUS, Profile.OPENID, Set.of(), true);
        assertThat(elsewhere.worth(token).members()).isEqualTo(Map.of("active", false));
    }

    @Test
    void itOpensNobodysDataAndGivesNoOtherToken() {
        var mine = allowed();
        var token = mine.own("").text("access_token");
        assertThat(mine.party().userinfo(token).status()).isEqualTo(401);
        var refresh = Map.of("grant_type", "refresh_token", "refresh_token", token);
        assertThat(mine.post("/token", refresh).text("error")).isEqualTo("invalid_grant");
        var code =
                Map.of(
                        "grant_type", "authorization_code",
                        "code", token,
                        "redirect_uri", "https://service.example/retour");
        assertThat(mine.post("/token", code).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void itEndsWhenItsServiceSaysSoOrIsCutOffOrInTime() {
        var mine = allowed();
        var token = mine.own("").text("access_token");
        var stranger = party(Federation.CITOYENS, Profile.OPENID, Set.of(), false);
        stranger.party().posted("/token/revocation", Map.of("token", token));
        assertThat(mine.worth(token).members()).containsEntry("active", true);
        mine.party().posted("/token/revocation", Map.of("token", token));
        assertThat(mine.worth(token).members()).isEqualTo(Map.of("active", false));

        var aged = mine.own("").text("access_token");
        db.sql("UPDATE identity.own_token SET expires_at = now() WHERE client_id = :client")
                .param("client", mine.client().clientId())
                .update();
        assertThat(mine.worth(aged).members()).isEqualTo(Map.of("active", false));

        var provider = party(Federation.CITOYENS, Profile.OPENID, Set.of(), true);
        var last = mine.own("").text("access_token");
        assertThat(provider.worth(last).members()).containsEntry("active", true);
        db.sql("UPDATE identity.client SET active = false WHERE client_id = :client")
                .param("client", mine.client().clientId())
                .update();
        assertThat(provider.worth(last).members()).isEqualTo(Map.of("active", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "dgfip_rfr openid", "dgfip_autre", "email"})
    void whatIsNotInItsContractIsRefused(String scope) {
        assertThat(allowed().own(scope).text("error")).isEqualTo("invalid_scope");
    }

    @Test
    void whoMayNotAskIsTold() {
        var without = party(Federation.CITOYENS, Profile.OPENID, Set.of(), false);
        assertThat(without.own("").status()).isEqualTo(400);
        assertThat(without.own("").text("error")).isEqualTo("unauthorized_client");
        var strict = party(Federation.CITOYENS, Profile.FRANCECONNECT, OWN, false);
        assertThat(strict.own("").text("error")).isEqualTo("unsupported_grant_type");
        var proconnect = party(Federation.AGENTS, Profile.PROCONNECT, OWN, false);
        assertThat(proconnect.own("").text("error")).isEqualTo("unsupported_grant_type");
    }

    @Test
    void aWrongSecretOrADoubledParameterGetsNothing() {
        var mine = allowed();
        var form =
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        mine.client().clientId(),
                        "client_secret",
                        "faux");
        assertThat(mine.party().token(form).text("error")).isEqualTo("invalid_client");
        var doubled = new LinkedHashMap<>(form);
        doubled.put("client_id", mine.client().clientId() + "&grant_type=client_credentials");
        assertThat(mine.party().tokenUnescaped(doubled).text("error")).isEqualTo("invalid_request");
    }
}
