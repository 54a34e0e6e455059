package fr.socle.demarches.definition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.definition.Condition.And;
import fr.socle.demarches.definition.Condition.Compare;
import fr.socle.demarches.definition.Condition.Filled;
import fr.socle.demarches.definition.Condition.Operator;
import fr.socle.demarches.definition.Condition.Or;
import fr.socle.kernel.CodeCommune;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is shown, given the answers. */
@NullMarked
class VisibilityTests {

    private static final ChampId FIRST = new ChampId("first");
    private static final ChampId SECOND = new ChampId("second");
    private static final ChampId THIRD = new ChampId("third");
    private static final Valeur YES = new Valeur.OuiNon(true);
    private static final Valeur NO = new Valeur.OuiNon(false);

    @Test
    void anAbsentAnswerMakesEveryComparisonFalseAlsoDifferent() {
        for (var operator : Operator.values()) {
            var condition = new Compare(FIRST, operator, YES);
            assertThat(Evaluation.holds(condition, Map.of())).as(operator.code()).isFalse();
        }
        assertThat(Evaluation.holds(new Filled(FIRST), Map.of())).isFalse();
        assertThat(holds(Operator.DIFFERENT, NO, YES)).isTrue();
        assertThat(Evaluation.holds(new Filled(FIRST), Map.of(FIRST, NO))).isTrue();
    }

    @Test
    void numbersAndDatesAreOrdered() {
        var five = new Valeur.Nombre(new BigDecimal("5"));
        assertThat(holds(Operator.EGAL, new Valeur.Nombre(new BigDecimal("5.0")), five)).isTrue();
        assertThat(holds(Operator.INFERIEUR, new Valeur.Nombre(new BigDecimal("4.9")), five))
                .isTrue();
        assertThat(holds(Operator.INFERIEUR, five, five)).isFalse();
        assertThat(holds(Operator.INFERIEUR_OU_EGAL, five, five)).isTrue();
        assertThat(holds(Operator.SUPERIEUR, five, five)).isFalse();
        assertThat(holds(Operator.SUPERIEUR_OU_EGAL, five, five)).isTrue();
        var day = new Valeur.Jour(LocalDate.of(2026, 11, 22));
        assertThat(holds(Operator.SUPERIEUR, new Valeur.Jour(LocalDate.of(2026, 11, 23)), day))
                .isTrue();
        assertThat(holds(Operator.EGAL, day, five)).isFalse();
    }

    @Test
    void listsAndPlacesAreCompared() {
        var choice = new Valeur.Choix(List.of("Bus", "Train"));
        assertThat(holds(Operator.CONTIENT, choice, new Valeur.Texte("Train"))).isTrue();
        assertThat(holds(Operator.NE_CONTIENT_PAS, choice, new Valeur.Texte("Train"))).isFalse();
        assertThat(holds(Operator.NE_CONTIENT_PAS, choice, new Valeur.Texte("Avion"))).isTrue();
        var rennes = new Valeur.Adresse("1 rue", "", "35000", "Rennes", new CodeCommune("35238"));
        assertThat(holds(Operator.DANS_LE_DEPARTEMENT, rennes, new Valeur.Texte("35"))).isTrue();
        assertThat(holds(Operator.HORS_DU_DEPARTEMENT, rennes, new Valeur.Texte("22"))).isTrue();
        assertThat(holds(Operator.DANS_LA_REGION, rennes, new Valeur.Texte("53"))).isTrue();
        var nowhere = new Valeur.Adresse("1 rue", "", "35999", "Rennes Cedex", null);
        assertThat(holds(Operator.HORS_DU_DEPARTEMENT, nowhere, new Valeur.Texte("22"))).isFalse();
    }

    @Test
    void groupsNest() {
        var yes = new Compare(FIRST, Operator.EGAL, YES);
        var no = new Compare(FIRST, Operator.EGAL, NO);
        var tree = new And(List.of(new Or(List.of(no, yes)), yes));
        assertThat(Evaluation.holds(tree, Map.of(FIRST, YES))).isTrue();
        assertThat(Evaluation.holds(tree, Map.of(FIRST, NO))).isFalse();
        assertThat(Evaluation.holds(new Or(List.of()), Map.of())).isFalse();
    }

    @Test
    void theAnswerOfAHiddenFieldCountsForNothing() {
        var definition =
                new Definition(
                        List.of(
                                yesNo(FIRST, null),
                                yesNo(SECOND, new Compare(FIRST, Operator.EGAL, YES)),
                                yesNo(THIRD, new Compare(SECOND, Operator.EGAL, YES))));
        var all = Map.of(FIRST, YES, SECOND, YES);
        assertThat(Visibility.visible(definition, all)).containsExactly(FIRST, SECOND, THIRD);
        var hidden = Map.of(FIRST, NO, SECOND, YES);
        assertThat(Visibility.visible(definition, hidden)).containsExactly(FIRST);
    }

    @Test
    void aHiddenTitleHidesItsPartAndNotTheNext() {
        var when = new Compare(FIRST, Operator.EGAL, YES);
        var definition =
                new Definition(
                        List.of(
                                yesNo(FIRST, null),
                                title("part", 1).withCondition(when),
                                title("subpart", 2),
                                yesNo(SECOND, null),
                                title("next", 1),
                                yesNo(THIRD, null)));
        assertThat(Visibility.visible(definition, Map.of(FIRST, NO)))
                .containsExactly(FIRST, new ChampId("next"), THIRD);
        assertThat(Visibility.visible(definition, Map.of(FIRST, YES))).hasSize(6);
    }

    @Test
    void aRowSeesItselfAndTheFormAroundIt() {
        var block = new ChampId("block");
        var own = yesNo(SECOND, new Compare(FIRST, Operator.EGAL, YES));
        var child = yesNo(THIRD, new Compare(SECOND, Operator.EGAL, YES));
        var type = new ChampType.Repetition(List.of(own, child), 0, 5);
        var definition =
                new Definition(List.of(yesNo(FIRST, null), Champ.of(block, "B", false, type)));
        var around = Map.of(FIRST, YES);
        assertThat(Visibility.visibleIn(definition, block, around, Map.of(SECOND, YES)))
                .containsExactly(SECOND, THIRD);
        assertThat(Visibility.visibleIn(definition, block, around, Map.of(SECOND, NO)))
                .containsExactly(SECOND);
        assertThat(Visibility.visibleIn(definition, block, Map.of(FIRST, NO), Map.of(SECOND, YES)))
                .isEmpty();
    }

    @Test
    void hidingARepetitionHidesItsChildren() {
        var block = new ChampId("block");
        var type = new ChampType.Repetition(List.of(yesNo(SECOND, null)), 0, 5);
        var definition =
                new Definition(
                        List.of(
                                yesNo(FIRST, null),
                                Champ.of(block, "B", false, type)
                                        .withCondition(new Compare(FIRST, Operator.EGAL, YES))));
        assertThat(Visibility.visibleIn(definition, block, Map.of(FIRST, NO), Map.of())).isEmpty();
        assertThat(Visibility.visibleIn(definition, block, Map.of(FIRST, YES), Map.of()))
                .containsExactly(SECOND);
    }

    private static boolean holds(Operator operator, Valeur value, Valeur with) {
        return Evaluation.holds(new Compare(FIRST, operator, with), Map.of(FIRST, value));
    }

    private static Champ yesNo(ChampId id, @Nullable Condition condition) {
        return Champ.of(id, "Question " + id, true, new ChampType.OuiNon())
                .withCondition(condition);
    }

    private static Champ title(String id, int level) {
        return Champ.of(new ChampId(id), "Titre " + id, false, new ChampType.Titre(level));
    }
}
