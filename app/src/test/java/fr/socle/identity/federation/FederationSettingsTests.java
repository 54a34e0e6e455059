package fr.socle.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.house.WrongSetting;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.registry.RegistrySettings.WhenDown;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FederationSettingsTests {

    private static List<Federation> read(Map<String, String> settings) {
        var properties = new HashMap<String, String>();
        settings.forEach(
                (key, value) -> properties.put("socle.identity.federations." + key, value));
        return FederationSettings.all(new Binder(new MapConfigurationPropertySource(properties)));
    }

    /** A sound one of this name, with one more setting. */
    private static Federation one(String contract, String key, String value) {
        var settings = new HashMap<>(Map.of("essai.contract", contract, "essai.name", "Essai"));
        settings.put("essai." + key, value);
        return read(settings).getFirst();
    }

    @Test
    void everythingThatIsSaidIsKept() {
        var federation =
                read(Map.of(
                                "banques-privees.contract", "franceconnect-plus",
                                "banques-privees.name", "Banques",
                                "banques-privees.name-en", "Banks",
                                "banques-privees.levels", "eidas2, eidas1",
                                "banques-privees.usual-level", "eidas2",
                                "banques-privees.algorithms", "ES256,RS256",
                                "banques-privees.session-life", "20m",
                                "banques-privees.session-slides", "true",
                                "banques-privees.session-level", "eidas2",
                                "banques-privees.when-register-down", "admettre"))
                        .getFirst();
        assertThat(federation)
                .isEqualTo(
                        new Federation(
                                "banques-privees",
                                new Federation.Name("Banques", "Banks"),
                                Contract.FRANCECONNECT_PLUS,
                                List.of(Acr.EIDAS1, Acr.EIDAS2),
                                Acr.EIDAS2,
                                java.util.Set.of(JwtAlg.ES256, JwtAlg.RS256),
                                new Federation.Session(Duration.ofMinutes(20), true, Acr.EIDAS2),
                                WhenDown.ADMETTRE));
        assertThat(federation.base()).isEqualTo("/banques-privees/api/v2");
        assertThat(federation.ofUsagers()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Contract.class)
    void whatIsNotSaidIsAsInTheHousesOwn(Contract contract) {
        var own = Federation.of(contract);
        var federation =
                read(Map.of("essai.contract", contract.name(), "essai.name", "Essai")).getFirst();
        assertThat(federation)
                .isEqualTo(
                        new Federation(
                                "essai",
                                new Federation.Name("Essai", "Essai"),
                                contract,
                                own.offered(),
                                own.usual(),
                                own.algorithms(),
                                own.session(),
                                null));
    }

    @Test
    void aLevelThatIsNotOfferedGivesWayToTheLowest() {
        var federation = one("franceconnect-plus", "levels", "eidas1,eidas2");
        assertThat(federation.usual()).isEqualTo(Acr.EIDAS1);
        assertThat(federation.session().highest()).isEqualTo(Acr.EIDAS2);
    }

    @Test
    void withoutSettingsThereAreThree() {
        assertThat(read(Map.of())).isEmpty();
        assertThat(new Federations(List.of()).codes()).isEqualTo("citoyens, citoyens-plus, agents");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "levels|''|levels » dit au moins un niveau",
                "levels|eidas1,eidas1-mfa|levels » ne contient pas « eidas1-mfa »",
                "usual-level|eidas3|usual-level » est un des niveaux",
                "session-level|eidas3|session-level » est un des niveaux",
                "algorithms|RS256|algorithms » contient « ES256 »",
                "algorithms|''|algorithms » contient « ES256 »",
                "session-life|59s|session-life » va d’une minute à un jour",
                "session-life|25h|session-life » va d’une minute à un jour",
                "session-life|-5m|session-life » va d’une minute à un jour",
                "name|' '|name » est un texte de 1 à 80",
                "name-en|' '|name-en » est un texte de 1 à 80",
            })
    void whatCannotBeIsRefusedByName(String key, String value, String why) {
        assertThatThrownBy(() -> one("franceconnect", key, value))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("« identity.federations.essai." + why);
    }

    @ParameterizedTest
    @CsvSource({
        "contract,openid",
        "levels,eidas4",
        "algorithms,none",
        "session-life,longtemps",
        "when-register-down,attendre"
    })
    void aWordThatIsNoneIsRefused(String key, String value) {
        assertThatThrownBy(() -> one("franceconnect", key, value))
                .isInstanceOfSatisfying(
                        BindException.class,
                        it ->
                                assertThat(it.getName().toString())
                                        .startsWith("socle.identity.federations.essai." + key));
    }

    @Test
    void contractAndNameAreNeeded() {
        assertThatThrownBy(() -> read(Map.of("essai.name", "Essai")))
                .isInstanceOf(WrongSetting.class)
                .hasMessage(
                        "le réglage « identity.federations.essai.contract » manque : franceconnect,"
                                + " franceconnect-plus, proconnect");
        assertThatThrownBy(() -> read(Map.of("essai.contract", "proconnect")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("« identity.federations.essai.name »");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "essai2",
                "essai-",
                "essai--deux",
                "un-code-qui-est-bien-trop-long-pour-une-adresse",
                "citoyens",
                "citoyens-plus",
                "agents",
                "entree"
            })
    void aCodeThatIsNoneOrTakenIsRefused(String code) {
        assertThatThrownBy(
                        () ->
                                read(
                                        Map.of(
                                                code + ".contract", "franceconnect",
                                                code + ".name", "Essai")))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("« identity.federations." + code + " »");
    }
}
