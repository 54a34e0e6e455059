package fr.socle.avis.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up data only. */
class MaskedTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Écrivez à camille.essai@exemple.example vite | EMAIL | Écrivez à [courriel] vite",
                "appelez le 01 99 00 12 34. | PHONE | appelez le [téléphone].",
                "appelez le +33 (0)1 99 00 12 34 | PHONE | appelez le [téléphone]",
                "mon compte FR76 3000 6000 0112 3456 7890 189 | IBAN | mon compte [compte]",
                "n° 2 99 01 99 999 999 99 | NIR | n° [numéro de sécurité sociale]",
                "dossier 482917003155 perdu | NUMBER | dossier [numéro] perdu",
                "Monsieur Essai-Fictif ne répond pas | NAME | [nom] ne répond pas",
                "j’habite 12 bis rue des Essais | ADDRESS | j’habite [adresse]",
                "quel Connard au guichet | INSULT | quel [injure] au guichet",
            })
    void personalDataAndInsultsAreMasked(String text, Rule rule, String masked) {
        assertThat(Masked.of(text)).isEqualTo(new Masked(masked, java.util.Set.of(rule)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "J’ai attendu 45 minutes le 12/11/2026 pour 120,50 euros.",
                "Le site est lent, la concurrence confuse et le contact constant.",
                "Deux pages sur 12, en 2026.",
                "خدمة ممتازة وشكرا لكم"
            })
    void whatNamesNobodyStays(String text) {
        assertThat(Masked.of(text)).isEqualTo(new Masked(text, java.util.Set.of()));
    }

    @Test
    void aTextIsNeverLongerThanItMayBe() {
        var masked = Masked.of("con ".repeat(500).strip());
        assertThat(masked.text()).hasSizeLessThanOrEqualTo(Masked.LONGEST).startsWith("[injure]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1 ", "a", "a@", "A.", "12 rue a ", "FR76 ", "M. A"})
    void noTextTakesLong(String piece) {
        var text = piece.repeat(2000);
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> Masked.of(text));
    }

    @Test
    void theWordsThatManyTextsShareComeFirst() {
        var words =
                FrequentWords.of(
                        List.of(
                                "Attente trop longue, attente !",
                                "longue ATTENTE [courriel]",
                                "attente [courriel]"));
        assertThat(words)
                .containsExactly(
                        new FrequentWords.Word("attente", 3), new FrequentWords.Word("longue", 2));
    }
}
