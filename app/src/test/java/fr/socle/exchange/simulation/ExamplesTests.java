package fr.socle.exchange.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.Facts;
import fr.socle.exchange.dataset.Library;
import fr.socle.exchange.dataset.Minimiser;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Made-up answers obey the contract that real ones obey. */
@NullMarked
class ExamplesTests {

    @Test
    void everyFieldOfEveryDataSetHasAnExampleWithinTheContract() {
        assertThat(Library.all()).isNotEmpty();
        for (var set : Library.all()) {
            var codes = set.fields().stream().map(DataSet.Field::code).collect(Collectors.toSet());
            var outcome = Minimiser.minimise(Examples.answer(set), set, codes);
            assertThat(outcome).isInstanceOf(Minimiser.Outcome.Kept.class);
            var kept = (Minimiser.Outcome.Kept) outcome;
            assertThat(kept.fields()).isEqualTo(codes);
            assertThat(kept.beyond()).isZero();
            assertThat(Facts.read(kept.document(), set, codes).keySet()).isEqualTo(codes);
        }
    }

    @Test
    void whatIsNotGrantedIsNotInTheExample() {
        var set = Library.find("quotient-familial").orElseThrow();
        var outcome =
                Minimiser.minimise(
                        Examples.answer(set), set, Set.of("quotient_familial.valeur", "enfants"));
        var document = ((Minimiser.Outcome.Kept) outcome).document();
        assertThat(new String(document, StandardCharsets.UTF_8))
                .contains("\"valeur\":123", "\"prenoms\":\"EXEMPLE\"")
                .doesNotContain("adresse", "allocataires", "annee");
    }
}
