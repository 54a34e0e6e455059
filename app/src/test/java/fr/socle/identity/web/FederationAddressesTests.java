package fr.socle.identity.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.PostgresTest;
import fr.socle.house.WrongSetting;
import fr.socle.identity.federation.Acr;
import fr.socle.identity.federation.Contract;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

@PostgresTest
class FederationAddressesTests {

    @Autowired ObjectProvider<RequestMappingInfoHandlerMapping> mappings;
    @Autowired ResourceLoader files;

    private void start(String code) {
        var own = Federation.CITOYENS;
        var federation =
                new Federation(
                        code,
                        new Federation.Name("Essai", "Trial"),
                        Contract.FRANCECONNECT,
                        List.of(Acr.EIDAS1),
                        Acr.EIDAS1,
                        own.algorithms(),
                        own.session(),
                        null);
        new FederationAddresses(new Federations(List.of(federation)), mappings, files)
                .afterSingletonsInstantiated();
    }

    @Test
    void aWordOfItsOwnIsFree() {
        assertThatCode(() -> start("entreprises")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connexion",
                "administration",
                "agent",
                "api",
                "journal",
                "mes-connexions",
                "demonstration",
                "exploitation",
                "ressources"
            })
    void aWordThatTheHouseUsesIsNot(String code) {
        assertThatThrownBy(() -> start(code))
                .isInstanceOf(WrongSetting.class)
                .hasMessage(
                        "le réglage « identity.federations."
                                + code
                                + " » nomme une fédération par « "
                                + code
                                + " », qui est déjà une adresse de la maison");
    }
}
