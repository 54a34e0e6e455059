package fr.socle.demarches.definition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.definition.Condition.Compare;
import fr.socle.demarches.definition.Condition.Operator;
import fr.socle.demarches.definition.Source.Claim;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Each mistake is told by its own sentence. */
@NullMarked
class CheckerTests {

    private static final ChampId FIRST = new ChampId("first");
    private static final ChampId SECOND = new ChampId("second");
    private static final ChampType TEXT = new ChampType.Texte(100, false);

    @Test
    void aSoundFormHasNoProblem() {
        assertThat(keys(Champ.of(FIRST, "Nom", true, TEXT))).isEmpty();
    }

    @Test
    void aFormMustAskSomething() {
        assertThat(keys()).containsExactly("demarches.check.empty");
        assertThat(keys(Champ.of(FIRST, "Titre", false, new ChampType.Titre(1))))
                .containsExactly("demarches.check.empty");
    }

    @Test
    void labelsAndIdsAreChecked() {
        assertThat(keys(Champ.of(FIRST, " ", true, TEXT))).containsExactly("demarches.check.label");
        assertThat(keys(Champ.of(FIRST, "x".repeat(1001), true, TEXT)))
                .containsExactly("demarches.check.label.length");
        var one = Champ.of(FIRST, "Nom", true, TEXT);
        assertThat(keys(one, Champ.of(FIRST, "Prénom", true, TEXT)))
                .containsExactly("demarches.check.id");
        var twice = Checker.check(of(one, Champ.of(SECOND, "NOM", true, TEXT)));
        assertThat(twice).singleElement().satisfies(it -> assertThat(it.blocking()).isFalse());
    }

    @Test
    void typesAreChecked() {
        assertThat(keys(with(new ChampType.Choix(List.of(), false, false))))
                .containsExactly("demarches.check.options");
        assertThat(keys(with(new ChampType.Choix(List.of("A", "A"), false, false))))
                .containsExactly("demarches.check.option.twice");
        assertThat(keys(with(new ChampType.Texte(0, false))))
                .containsExactly("demarches.check.between");
        var number = new ChampType.Nombre(false, BigDecimal.TEN, new BigDecimal("1.5"), "");
        assertThat(keys(with(number)))
                .containsExactly("demarches.check.bounds", "demarches.check.whole-bound");
        var day = LocalDate.of(2026, 1, 1);
        assertThat(keys(with(new ChampType.Jour(day, day.minusDays(1)))))
                .containsExactly("demarches.check.bounds");
        assertThat(keys(with(new ChampType.Pieces(Set.of(), 0))))
                .containsExactly("demarches.check.families", "demarches.check.file-size");
    }

    @Test
    void blocksAreChecked() {
        assertThat(keys(with(new ChampType.Repetition(List.of(), 0, 5))))
                .contains("demarches.check.block.empty");
        var inner = new ChampType.Repetition(List.of(Champ.of(SECOND, "A", true, TEXT)), 0, 5);
        var outer =
                new ChampType.Repetition(
                        List.of(Champ.of(new ChampId("third"), "B", true, inner)), 0, 5);
        assertThat(keys(with(outer))).contains("demarches.check.block.nested");
    }

    @Test
    void aLevelOfTitleIsNotSkipped() {
        var text = Champ.of(FIRST, "Nom", true, TEXT);
        assertThat(keys(text, Champ.of(SECOND, "T", false, new ChampType.Titre(2))))
                .containsExactly("demarches.check.level");
    }

    @Test
    void conditionsAreChecked() {
        var list = Champ.of(FIRST, "Liste", true, new ChampType.Choix(List.of("A"), false, false));
        var number = Champ.of(FIRST, "Âge", true, new ChampType.Nombre(false, null, null, ""));
        var a = new Valeur.Texte("A");
        assertThat(conditioned(list, new Compare(FIRST, Operator.EGAL, a))).isEmpty();
        assertThat(conditioned(list, new Compare(FIRST, Operator.EGAL, new Valeur.Texte("Z"))))
                .containsExactly("demarches.check.condition.option");
        assertThat(conditioned(list, new Compare(FIRST, Operator.SUPERIEUR, a)))
                .containsExactly("demarches.check.condition.incompatible");
        assertThat(conditioned(number, new Compare(FIRST, Operator.EGAL, a)))
                .containsExactly("demarches.check.condition.number");
        assertThat(conditioned(list, new Compare(new ChampId("gone"), Operator.EGAL, a)))
                .containsExactly("demarches.check.condition.missing");
        assertThat(conditioned(list, new Compare(SECOND, Operator.EGAL, a)))
                .containsExactly("demarches.check.condition.later");
        assertThat(conditioned(list, new Condition.And(List.of())))
                .containsExactly("demarches.check.condition.empty");
    }

    @Test
    void sourcesMustFit() {
        var day = new ChampType.Jour(null, null);
        var birth = new Source.Identite(Claim.BIRTHDATE);
        assertThat(keys(Champ.of(FIRST, "Né le", true, day).withSource(birth))).isEmpty();
        assertThat(keys(Champ.of(FIRST, "Oui", true, new ChampType.OuiNon()).withSource(birth)))
                .containsExactly("demarches.check.source.type");
        var inBlock =
                new ChampType.Repetition(
                        List.of(Champ.of(SECOND, "Né le", true, day).withSource(birth)), 0, 5);
        assertThat(keys(with(inBlock))).containsExactly("demarches.check.source.block");
    }

    @Test
    void protectedDataIsAWarningByWholeWords() {
        assertThat(keys(Champ.of(FIRST, "Numéro de SECURITE SOCIALE", true, TEXT)))
                .containsExactly("demarches.check.sensitive");
        assertThat(keys(Champ.of(FIRST, "Terrasse", true, TEXT))).isEmpty();
        assertThat(Checker.publishable(of(Champ.of(FIRST, "Religion", true, TEXT)))).isTrue();
    }

    private static Champ with(ChampType type) {
        return Champ.of(FIRST, "Question", true, type);
    }

    private static List<String> conditioned(Champ source, Condition condition) {
        return keys(source, Champ.of(SECOND, "Suite", true, TEXT).withCondition(condition));
    }

    private static List<String> keys(Champ... champs) {
        return Checker.check(of(champs)).stream().map(it -> it.refusal().key()).toList();
    }

    private static Definition of(Champ... champs) {
        return new Definition(List.of(champs));
    }
}
