package fr.socle.identity.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.house.command.UsageError;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Federations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderFileTests {

    private static List<ProviderFile.Line> read(String json) {
        return ProviderFile.read(json, new Federations(List.of()));
    }

    private static final String GOOD =
            """
            {"uid": "voisine", "federation": "citoyens", "issuer": "https://voisine.example/api",
             "client_id": "socle", "client_secret": "un-secret", "label": "Voisine (essai)"}
            """;
    private static final String AGENTS =
            GOOD.replace("\"citoyens\"", "\"agents\", \"domains\": [\"Ville.example\"]");

    @Test
    void oneObjectOrAnArrayIsRead() {
        var one = read(GOOD);
        assertThat(one).hasSize(1);
        assertThat(one.getFirst().provider().federation()).isEqualTo(Federation.CITOYENS);
        assertThat(one.toString()).doesNotContain("un-secret");
        var other = AGENTS.replace("\"voisine\"", "\"autre\"");
        var both = read("[" + GOOD + "," + other + "]");
        assertThat(both.getLast().provider().agents().claimed()).containsExactly("ville.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"citoyens\"|\"martiens\"|« federation »",
                "\"citoyens\"|\"agents\"|« domains »",
                "\"citoyens\"|\"citoyens\", \"domains\": [\"a.example\"]|« domains »",
                "\"voisine\"|\"La Voisine\"|« uid »",
                "\"voisine\"|12|« uid »",
                "https://voisine.example/api|http://voisine.example/api|https",
                "https://voisine.example/api|https://voisine.example/#x|https",
                "\"un-secret\"|\"\"|« client_secret »",
                "\"label\"|\"nom\"|« nom » n’existe pas"
            })
    void eachFaultIsNamed(String good, String bad, String told) {
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(told);
    }

    @Test
    void whatIsNoJsonOrTwiceTheSameIsRefused() {
        assertThatThrownBy(() -> read("{")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> read("[]")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> read("[" + GOOD + "," + GOOD + "]"))
                .hasMessageContaining("deux fois");
    }
}
