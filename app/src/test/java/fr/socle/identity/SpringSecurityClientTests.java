package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.PostgresTest;
import fr.socle.SignsIn;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.keys.JwtAlg;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** The client that most Spring applications have signs somebody in, knowing the issuer only. */
@NullMarked
@PostgresTest
class SpringSecurityClientTests {

    @Autowired Clients clients;
    @LocalServerPort int port;

    @ParameterizedTest
    @EnumSource(names = {"ES256", "RS256"})
    void itCompletesTheFlow(JwtAlg algorithm) throws IOException {
        var registration = registration(algorithm);
        var asked = asked(registration);
        var back =
                RelyingParty.signInAt(
                        SignsIn.browser(),
                        asked.getAuthorizationRequestUri(),
                        "Léa Exemplaire",
                        SignsIn.TAXES);
        var response =
                OAuth2AuthorizationResponse.success(back.getOrDefault("code", ""))
                        .state(back.getOrDefault("state", ""))
                        .redirectUri(RelyingParty.REDIRECT)
                        .build();
        var user = arrived(registration, asked, response, algorithm);
        assertThat(user.getFamilyName()).isEqualTo("Exemplaire");
        assertThat(user.getIdToken().getClaimAsString("acr")).isEqualTo("eidas1");
        assertThat(user.getSubject())
                .isEqualTo(Objects.requireNonNull(user.getUserInfo()).getSubject());
    }

    private ClientRegistration registration(JwtAlg algorithm) {
        var keys =
                new Client.Keys(
                        ClientAuth.CLIENT_SECRET_BASIC, null, null, algorithm, null, null, null);
        var client =
                Services.client(
                        Federation.CITOYENS,
                        Set.of("openid", "profile", "email"),
                        keys,
                        Services.rules(Profile.OPENID));
        var issuer = new Services(clients, port).issuer(Federation.CITOYENS);
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId("socle")
                .clientId(client.clientId())
                .clientSecret(clients.register(client).orElseThrow())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .redirectUri(RelyingParty.REDIRECT)
                .scope("openid", "profile", "email")
                .build();
    }

    private static OAuth2AuthorizationRequest asked(ClientRegistration registration) {
        var resolver =
                new DefaultOAuth2AuthorizationRequestResolver(
                        new InMemoryClientRegistrationRepository(registration),
                        "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce());
        var request = new MockHttpServletRequest("GET", "/oauth2/authorization/socle");
        return Objects.requireNonNull(resolver.resolve(request, "socle"));
    }

    private static OidcUser arrived(
            ClientRegistration registration,
            OAuth2AuthorizationRequest asked,
            OAuth2AuthorizationResponse response,
            JwtAlg algorithm) {
        var provider =
                new OidcAuthorizationCodeAuthenticationProvider(
                        new RestClientAuthorizationCodeTokenResponseClient(),
                        new OidcUserService());
        var decoders = new OidcIdTokenDecoderFactory();
        var signature = Objects.requireNonNull(SignatureAlgorithm.from(algorithm.name()));
        decoders.setJwsAlgorithmResolver(_ -> signature);
        provider.setJwtDecoderFactory(decoders);
        var done =
                provider.authenticate(
                        new OAuth2LoginAuthenticationToken(
                                registration, new OAuth2AuthorizationExchange(asked, response)));
        if (done != null && done.getPrincipal() instanceof OidcUser user) {
            return user;
        }
        throw new AssertionError("nobody is signed in");
    }
}
