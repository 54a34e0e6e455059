package fr.socle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalNameTests {

    @ParameterizedTest
    @CsvSource({
        "Françoise, FRANCOISE",
        "Fran\u0063\u0327oise, FRANCOISE",
        "D’Exemple--Fictif, D EXEMPLE FICTIF",
        "D'Exemple Fictif, D EXEMPLE FICTIF",
        "'  Jean\u00A0-\u2011Luc ', JEAN LUC",
        "Lætitia Œuvrard, LAETITIA OEUVRARD",
        "Strauß, STRAUSS",
        "Łukasz Øyvind, LUKASZ OYVIND",
        "Zoë, ZOE",
        "Иванов, ИВАНОВ",
        "'-', ''"
    })
    void accentsCaseAndSeparatorsDoNotMatter(String name, String normal) {
        assertThat(NormalName.of(name).value()).isEqualTo(normal);
        assertThat(NormalName.of(normal).value()).isEqualTo(normal);
    }

    @Test
    void everyLetterOfTheWorldHasOneNormalForm() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            var normal = NormalName.of(Character.toString(c));
            assertThat(NormalName.of(normal.value())).isEqualTo(normal);
        }
    }

    @Test
    void twoNamesStayTwo() {
        assertThat(NormalName.same("Marie-Ève", "MARIE EVE")).isTrue();
        assertThat(NormalName.same("Marie", "Marin")).isFalse();
    }

    @Test
    void anotherFormCannotBeBuilt() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NormalName("é"));
    }
}
