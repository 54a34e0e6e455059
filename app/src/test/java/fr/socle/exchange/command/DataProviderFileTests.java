package fr.socle.exchange.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.house.command.UsageError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataProviderFileTests {

    private static final String GOOD =
            """
            {"data_set": "quotient-familial", "name": "Caisse (essai)",
             "base_url": "https://caisse.example/", "token": "abc.DEF-1"}
            """;

    @Test
    void oneObjectOrAnArrayIsRead() {
        var one = DataProviderFile.read(GOOD);
        assertThat(one).hasSize(1);
        assertThat(one.getFirst().base()).isEqualTo("https://caisse.example");
        assertThat(one.toString()).doesNotContain("abc");
        var other = GOOD.replace("quotient-familial", "statut-etudiant");
        assertThat(DataProviderFile.read("[" + GOOD + "," + other + "]")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quotient-familial\"|\"quotient\"|« data_set » vaut",
                "\"quotient-familial\"|12|« data_set »",
                "\"Caisse (essai)\"|\"\"|« name »",
                "https://caisse.example/|http://caisse.example/|https",
                "https://caisse.example/|https://caisse.example/?a=b|https",
                "https://caisse.example/|/caisse|https",
                "abc.DEF-1|deux mots|« token »",
                "abc.DEF-1|a\\nb|« token »",
                "\"token\"|\"jeton\"|« jeton » n’existe pas"
            })
    void eachFaultIsNamed(String good, String bad, String told) {
        assertThatThrownBy(() -> DataProviderFile.read(GOOD.replace(good, bad)))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(told);
    }

    @Test
    void whatIsNoJsonOrTwiceTheSameIsRefused() {
        assertThatThrownBy(() -> DataProviderFile.read("{")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> DataProviderFile.read("[]")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> DataProviderFile.read("[" + GOOD + "," + GOOD + "]"))
                .hasMessageContaining("deux fois");
    }
}
