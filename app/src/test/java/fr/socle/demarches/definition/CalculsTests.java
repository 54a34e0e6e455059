package fr.socle.demarches.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Computed fields: exact, never a guess. */
@NullMarked
class CalculsTests {

    private static final ChampId A = new ChampId("aaaa");
    private static final ChampId B = new ChampId("bbbb");
    private static final ChampId BLOC = new ChampId("bloc");
    private static final ChampId RESULT = new ChampId("resultat");

    private static final Map<ChampId, Valeur> SEEN =
            Map.of(
                    A,
                    number("10"),
                    B,
                    new Valeur.Jour(LocalDate.of(2026, 11, 22)),
                    new ChampId("debut"),
                    new Valeur.Jour(LocalDate.of(2000, 11, 23)),
                    BLOC,
                    new Valeur.Lignes(List.of(row("1.5"), row("2.25"), row(""))));

    @Test
    void theUsualRulesHold() {
        assertThat(result("[aaaa] + 2 * 3")).isEqualTo("16.00");
        assertThat(result("([aaaa] + 2) * -3")).isEqualTo("-36.00");
        assertThat(result("[aaaa] / 3")).isEqualTo("3.33");
        assertThat(result("1,5 + 1.5")).isEqualTo("3.00");
        assertThat(result("min([aaaa]; 3; 5) + max(1; 2)")).isEqualTo("5.00");
    }

    @Test
    void rowsAreSummedAndCounted() {
        assertThat(result("somme([bloc.prix]) * 2")).isEqualTo("7.50");
        assertThat(result("nombre([bloc])")).isEqualTo("3.00");
    }

    @Test
    void daysAreCountedAsPeopleDo() {
        assertThat(result("annees([debut], [bbbb])")).isEqualTo("25.00");
        assertThat(result("jours([bbbb], [bbbb])")).isEqualTo("0.00");
    }

    @Test
    void whatIsMissingHasNoResult() {
        assertThat(result("[cccc] + 1")).isEmpty();
        assertThat(result("[aaaa] / 0")).isEmpty();
        assertThat(result("somme([autre.prix])")).isEmpty();
    }

    @Test
    void aFormulaThatCannotBeReadSaysWhere() {
        for (var wrong : List.of("", "1 +", "[A]", "somme(1)", "f(1)", "(1", "1 2", "jours(1,2)")) {
            assertThat(Formule.parse(wrong)).as(wrong).isNotEqualTo(Formule.parse("1"));
            assertThat(result(wrong)).as(wrong).isEmpty();
        }
        assertThat(result("(".repeat(10_000))).isEmpty();
        assertThat(result("-".repeat(10_000) + "1")).isEmpty();
    }

    @Test
    void aComputedFieldDecidesWhatIsShown() {
        var whole = new ChampType.Nombre(false, null, null, "");
        var calcul = Champ.of(RESULT, "Total", false, new Calcul("[aaaa] * 2", 0, "€"));
        var rich = new Condition.Compare(RESULT, Condition.Operator.SUPERIEUR, number("15"));
        var definition =
                new Definition(
                        List.of(
                                Champ.of(A, "A", true, whole),
                                calcul,
                                Champ.of(B, "B", false, new ChampType.OuiNon())
                                        .withCondition(rich)
                                        .withObligation(rich)));
        assertThat(Checker.publishable(definition)).isTrue();
        assertThat(Visibility.visible(definition, Map.of(A, number("8")))).contains(B);
        assertThat(Visibility.visible(definition, Map.of(A, number("7")))).doesNotContain(B);
        var seen = Visibility.counting(definition, Map.of(A, number("8")));
        assertThat(seen).containsEntry(RESULT, number("16"));
        assertThat(Shown.line(calcul, number("16"), "", "")).isEqualTo("16\u00a0€");
        var asked = definition.find(B).orElseThrow();
        assertThat(Visibility.settled(asked, seen).mandatory()).isTrue();
        assertThat(Visibility.settled(asked, Map.of()).mandatory()).isFalse();
    }

    @Test
    void aFormulaThatReadsWhatItMayNotIsTold() {
        var later = Champ.of(RESULT, "Total", false, new Calcul("[bbbb] + [zzzz]", 0, ""));
        var text = Champ.of(B, "B", false, new ChampType.Texte(10, false));
        assertThat(Checker.check(new Definition(List.of(text, later))))
                .extracting(it -> it.refusal().key())
                .containsExactly(
                        "demarches.check.formule.number", "demarches.check.formule.missing");
        assertThat(Checker.check(new Definition(List.of(later, text))))
                .extracting(it -> it.refusal().key())
                .contains("demarches.check.formule.later");
    }

    private static String result(String formule) {
        var champ = Champ.of(RESULT, "R", false, new Calcul(formule, 2, ""));
        return Calculs.result(champ, SEEN)
                .map(it -> ((Valeur.Nombre) it).number().toPlainString())
                .orElse("");
    }

    private static Valeur number(String text) {
        return new Valeur.Nombre(new BigDecimal(text));
    }

    private static Valeur.Ligne row(String price) {
        return new Valeur.Ligne(
                UUID.randomUUID(),
                price.isEmpty() ? Map.of() : Map.of(new ChampId("prix"), number(price)));
    }
}
