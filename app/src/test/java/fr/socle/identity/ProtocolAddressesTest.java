package fr.socle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.ServletRequestPathUtils;

/** Which addresses are called by services and providers, and which by people. */
@NullMarked
class ProtocolAddressesTest {

    private final ProtocolAddresses addresses =
            new ProtocolAddresses(List.of("/citoyens/api/v2", "/agents/api/v2"));

    private boolean matches(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        ServletRequestPathUtils.parseAndCache(request);
        return addresses.matches(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/citoyens/api/v2/authorize",
                "/agents/api/v2/token",
                "/agents/api/v2/token/revocation",
                "/agents/api/v2/token/introspection",
                "/citoyens/api/v2/checktoken",
                "/citoyens/api/v2/userinfo",
                "/citoyens/api/v2/jwks",
                "/citoyens/api/v2/session/end",
                "/citoyens/api/v2/.well-known/openid-configuration",
                "/agents/api/v2/client/.well-known/keys",
                "/demonstration/rnipp/Brpp2IdentificationComplet/individus",
                "/demonstration/services/cantine/deconnexion-recue",
                "/demonstration/identite/impots/token",
                "/demonstration/identite/impots/userinfo",
                "/demonstration/identite/impots/jwks",
                "/demonstration/identite/impots/.well-known/openid-configuration"
            })
    void programsCallThese(String path) {
        assertThat(matches(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/citoyens/api/v2",
                "/citoyens/api/v2/interaction/abc",
                "/citoyens/api/v2/interaction/abc/consent",
                "/citoyens/api/v2/oidc-callback",
                "/citoyens/api/v2/token/",
                "/citoyens/api/v2/token/autre",
                "/citoyens/api/v2/TOKEN",
                "/inconnu/api/v2/token",
                "/mes-demarches/citoyens/api/v2/token",
                "/inconnu/.well-known/openid-configuration",
                "/citoyens/api/v2/interaction/.well-known/x",
                "/demonstration/identite",
                "/demonstration/identite/impots/autorisation",
                "/demonstration/identite/impots/token/autre"
            })
    void peopleAskForThese(String path) {
        assertThat(matches(path)).isFalse();
    }
}
