package fr.socle.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.house.command.Arguments;
import fr.socle.house.command.House;
import fr.socle.house.command.UsageError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

class SeedTests {

    private static final Path EXAMPLE = Path.of("../docs/journey-seed.json");

    @Test
    void theExampleOfTheDocumentationIsRead() {
        var seed = Seed.read(EXAMPLE);
        assertThat(seed.operator().organisation().name()).isEqualTo("Ville d’épreuve");
        assertThat(seed.usagers()).extracting(Seed.Usager::quotient).containsExactly(842, 1200);
        assertThat(seed.usagers().getFirst().pages()).hasSize(2);
        assertThat(seed.toString())
                .doesNotContain("code=")
                .doesNotContain("jeton")
                .doesNotContain("Mot de passe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"adresse\"|\"address\"|« address »",
                "https://socle.example/premiers-pas|premiers pas|operateur.adresse",
                "https://socle.example/premiers-pas|/premiers-pas|operateur.adresse",
                "\"Opératrice d’épreuve\"|\"\"|operateur.nom",
                "Livia Fittizia\",|Léa Exemplaire\",|deux personnes",
                "842|842.5|quotient",
                "842|\"842\"|quotient",
                "842|-1|quotient",
                "{ \"bouton\": \"Impôts fictifs\" },|{ \"champs\": {} },|bouton",
                "\"usagers\": [|\"personnes\": [|personnes"
            })
    void eachFaultIsNamed(String good, String bad, String told) throws IOException {
        var example = Files.readString(EXAMPLE);
        assertThat(example).contains(good);
        assertThatThrownBy(() -> Seed.read(example.replace(good, bad)))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining(told);
    }

    @Test
    void whatIsNoFileOrNoJsonIsRefused() {
        assertThatThrownBy(() -> Seed.read("{")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> Seed.read("[]")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> Seed.read(Path.of("absent.json"))).isInstanceOf(UsageError.class);
    }

    @Test
    void aSeedNeedsAHouseThatRunsAndOneFamily() {
        var command = new JourneyCommand();
        for (var given :
                List.of(
                        List.of("--seed", EXAMPLE.toString()),
                        List.of("--seed", EXAMPLE.toString(), "--url", "http://a", "--twice"))) {
            var arguments = Arguments.parse(given, command.options());
            assertThatThrownBy(() -> command.run(arguments, new NoHouse()))
                    .isInstanceOf(UsageError.class)
                    .hasMessageContaining("--seed");
        }
    }

    /** A house that nothing may be asked of. */
    private static final class NoHouse implements House {

        @Override
        public PrintStream out() {
            return System.out;
        }

        @Override
        public PrintStream err() {
            return System.err;
        }

        @Override
        public ConfigurableApplicationContext open(Arguments arguments) {
            throw new IllegalStateException("a seed that is refused opens nothing");
        }
    }
}
