package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import fr.socle.SignsIn;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refresh tokens and revocation: who may use them, and what ends with them (RFC 9700, 4.14). */
@NullMarked
class RefreshTokenTests extends OpenIdProfileTest {

    @Autowired JdbcClient db;

    @Test
    void aRefreshTokenGivesTheNextAndIsDeadThen() throws Exception {
        var first = signedIn(asking("openid email offline_access"));
        var second = refreshed(first.text("refresh_token"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(SignedJWT.parse(second.text("id_token")).getJWTClaimsSet().getSubject())
                .isEqualTo(SignedJWT.parse(first.text("id_token")).getJWTClaimsSet().getSubject());
        for (var tokens : List.of(first, second)) {
            assertThat(service.userinfo(tokens.text("access_token")).status()).isEqualTo(200);
        }
        assertThat(refreshed(first.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(refreshed(second.text("refresh_token")).text("error"))
                .as("the family ends with a replay")
                .isEqualTo("invalid_grant");
        for (var tokens : List.of(first, second)) {
            assertThat(service.userinfo(tokens.text("access_token")).status()).isEqualTo(401);
        }
    }

    @Test
    void aRefreshTokenIsItsOwnersAndKeepsItsScopes() throws Exception {
        var token = signedIn(asking("openid email offline_access")).text("refresh_token");
        var thief = stranger();
        var form = Map.of("grant_type", "refresh_token", "refresh_token", token);
        assertThat(RelyingParty.read(thief.posted("/token", form)).text("error"))
                .isEqualTo("invalid_grant");
        var more = new LinkedHashMap<>(form);
        more.put("scope", "openid email profile offline_access");
        assertThat(RelyingParty.read(service.posted("/token", more)).text("error"))
                .isEqualTo("invalid_scope");
        assertThat(refreshed(token).status()).isEqualTo(200);
        db.sql("UPDATE identity.refresh_token SET expires_at = now()").update();
        assertThat(refreshed(token).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void withoutAskingNoRefreshTokenIsGiven() throws IOException {
        assertThat(signedIn(asking("openid")).members()).doesNotContainKey("refresh_token");
    }

    @Test
    void aCodeThatComesTwiceEndsTheRefreshTokensToo() throws IOException {
        var back =
                service.signIn(
                        SignsIn.browser(), asking("openid offline_access"), LEA, SignsIn.TAXES);
        var form = service.tokenForm(back.getOrDefault("code", ""));
        form.remove("code_verifier");
        var next = refreshed(service.token(form).text("refresh_token"));
        assertThat(service.token(form).text("error")).isEqualTo("invalid_grant");
        assertThat(refreshed(next.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(service.userinfo(next.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void aServiceEndsItsOwnTokens() throws IOException {
        var tokens = signedIn(asking("openid email offline_access"));
        var access = tokens.text("access_token");
        var stranger = stranger();
        assertThat(stranger.posted("/token/revocation", Map.of("token", access)).statusCode())
                .isEqualTo(200);
        assertThat(service.userinfo(access).status()).isEqualTo(200);
        assertThat(service.posted("/token/revocation", Map.of()).statusCode()).isEqualTo(400);
        service.posted("/token/revocation", Map.of("token", access));
        assertThat(service.userinfo(access).status()).isEqualTo(401);
        var next = refreshed(tokens.text("refresh_token"));
        assertThat(service.userinfo(next.text("access_token")).status()).isEqualTo(200);
        service.posted("/token/revocation", Map.of("token", next.text("refresh_token")));
        assertThat(service.userinfo(next.text("access_token")).status()).isEqualTo(401);
        assertThat(refreshed(next.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
    }
}
