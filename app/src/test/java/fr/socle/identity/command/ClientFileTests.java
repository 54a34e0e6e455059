package fr.socle.identity.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.house.command.UsageError;
import fr.socle.identity.federation.Federation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientFileTests {

    private static final String GOOD =
            """
            {"client_id": "cantine", "federation": "citoyens", "name": "Cantine (essai)",
             "organisation": "Ville d’essai", "redirect_uris": ["https://cantine.example/retour"],
             "scope": "openid email"}
            """;

    @Test
    void oneObjectOrAnArrayIsRead() {
        var one = ClientFile.read(GOOD);
        assertThat(one).hasSize(1);
        assertThat(one.getFirst().federation()).isEqualTo(Federation.CITOYENS);
        assertThat(one.getFirst().sector()).isEqualTo("cantine");
        assertThat(one.getFirst().needsPkce()).isTrue();
        assertThat(one.getFirst().scopes()).containsExactlyInAnyOrder("openid", "email");
        assertThat(
                        ClientFile.read(
                                "[" + GOOD + "," + GOOD.replace("\"cantine\"", "\"autre\"") + "]"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"citoyens\"|\"martiens\"|« federation »",
                "\"cantine\"|\"deux mots\"|« client_id »",
                "\"cantine\"|\"socle-usagers\"|réservé",
                "\"cantine\"|12|« client_id »",
                "openid email|email|openid",
                "openid email|openid idp_sub|idp_sub",
                "openid email|openid siret|siret",
                "https://cantine.example/retour|http://cantine.example/retour|https",
                "https://cantine.example/retour|https://cantine.example/#x|https",
                "https://cantine.example/retour|/retour|https",
                "[\"https://cantine.example/retour\"]|[]|redirect_uris",
                "\"organisation\"|\"organization\"|« organization » n’existe pas",
                "\"Cantine (essai)\"|\"\"|« name »"
            })
    void eachFaultIsNamed(String good, String bad, String told) {
        assertThatThrownBy(() -> ClientFile.read(GOOD.replace(good, bad)))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(told);
    }

    @Test
    void whatIsNoJsonOrTwiceTheSameIsRefused() {
        assertThatThrownBy(() -> ClientFile.read("{")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> ClientFile.read("[]")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> ClientFile.read("[1]")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> ClientFile.read("[" + GOOD + "," + GOOD + "]"))
                .hasMessageContaining("deux fois");
    }
}
