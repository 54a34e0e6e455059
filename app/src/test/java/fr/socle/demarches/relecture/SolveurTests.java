package fr.socle.demarches.relecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Condition.And;
import fr.socle.demarches.definition.Condition.Compare;
import fr.socle.demarches.definition.Condition.Empty;
import fr.socle.demarches.definition.Condition.Filled;
import fr.socle.demarches.definition.Condition.Operator;
import fr.socle.demarches.definition.Condition.Or;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Lieu;
import fr.socle.demarches.definition.Lieu.Echelon;
import fr.socle.demarches.definition.Valeur;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the solver says of rules is true of every dossier. */
@NullMarked
class SolveurTests {

    private static final ChampId AGE = new ChampId("agee");
    private static final ChampId LIST = new ChampId("list");
    private static final ChampId YES = new ChampId("ouii");
    private static final ChampId LAST = new ChampId("last");
    private static final ChampType TEXT = new ChampType.Texte(10, false);

    @Test
    void aNumberThatCannotBeIsNeverReached() {
        assertThat(
                        rules(
                                new And(
                                        List.of(
                                                age(Operator.SUPERIEUR, 10),
                                                age(Operator.INFERIEUR, 10)))))
                .containsExactly("never");
        assertThat(rules(age(Operator.SUPERIEUR, 120))).containsExactly("never");
        assertThat(rules(age(Operator.SUPERIEUR, 17))).isEmpty();
        assertThat(rules(age(Operator.SUPERIEUR_OU_EGAL, 0))).containsExactly("always");
        assertThat(
                        rules(
                                new Or(
                                        List.of(
                                                age(Operator.SUPERIEUR, 10),
                                                age(Operator.INFERIEUR_OU_EGAL, 10)))))
                .containsExactly("always");
    }

    @Test
    void optionsExcludeEachOther() {
        assertThat(rules(new And(List.of(list("A"), list("B"))))).containsExactly("never");
        assertThat(rules(new Or(List.of(list("A"), list("B"), list("C")))))
                .containsExactly("always");
        assertThat(rules(new Or(List.of(list("A"), list("B"))))).isEmpty();
    }

    @Test
    void aComparisonThatChangesNothingIsNamed() {
        var both = new And(List.of(age(Operator.SUPERIEUR, 17), age(Operator.SUPERIEUR, 12)));
        assertThat(remarks(both, true))
                .singleElement()
                .satisfies(it -> assertThat(it.rule()).isEqualTo("useless"))
                .satisfies(it -> assertThat(it.text().arguments()).containsExactly(2));
        var mended = Relecture.mended(form(both, true), "useless last").orElseThrow();
        assertThat(mended.find(LAST).orElseThrow().condition())
                .isEqualTo(age(Operator.SUPERIEUR, 17));
    }

    @Test
    void anOptionalQuestionMayStayWithoutAnswer() {
        assertThat(rules(new Or(List.of(new Filled(YES), new Empty(YES)))))
                .containsExactly("always");
        assertThat(rules(new Filled(YES))).isEmpty();
        assertThat(rules(new And(List.of(new Filled(YES), new Empty(YES)))))
                .containsExactly("never");
    }

    @Test
    void aHiddenQuestionAnswersNothing() {
        var shown = Champ.of(YES, "Oui ?", true, new ChampType.OuiNon()).withCondition(list("A"));
        var last =
                Champ.of(LAST, "Suite", false, TEXT)
                        .withCondition(new And(List.of(yes(true), list("B"))));
        assertThat(rules(new Definition(List.of(listField(), shown, last))))
                .containsExactly("never");
    }

    @Test
    void aTitleAboveMayPutItOutOfReach() {
        var title =
                Champ.of(new ChampId("titr"), "Partie", false, new ChampType.Titre(1))
                        .withCondition(list("A"));
        var last = Champ.of(LAST, "Suite", false, TEXT).withCondition(list("B"));
        assertThat(rules(new Definition(List.of(listField(), title, last))))
                .containsExactly("unreachable");
    }

    @Test
    void placesLieInTheirRegion() {
        var commune = Champ.of(AGE, "Commune", true, new Lieu(Echelon.COMMUNE));
        var never = new And(List.of(lies("35"), outOfRegion("53")));
        var last = Champ.of(LAST, "Suite", false, TEXT).withCondition(never);
        assertThat(rules(new Definition(List.of(commune, last)))).containsExactly("never");
        var fine = last.withCondition(new And(List.of(lies("35"), outOfRegion("11"))));
        assertThat(rules(new Definition(List.of(commune, fine)))).contains("useless");
    }

    @Test
    void aRuleBehindABroaderOneIsShadowed() {
        var definition = form(null, true);
        var solveur =
                Solveur.of(
                                definition,
                                null,
                                List.of(
                                        age(Operator.SUPERIEUR, 10),
                                        age(Operator.SUPERIEUR, 20),
                                        age(Operator.INFERIEUR, 5)))
                        .orElseThrow();
        assertThat(solveur.shadowed(0)).isFalse();
        assertThat(solveur.shadowed(1)).isTrue();
        assertThat(solveur.shadowed(2)).isFalse();
    }

    @Test
    void aCircleIsTold() {
        var one =
                Champ.of(YES, "Un", false, new ChampType.OuiNon()).withCondition(new Filled(LAST));
        var two = Champ.of(LAST, "Deux", false, TEXT).withCondition(new Filled(YES));
        assertThat(rules(new Definition(List.of(one, two)))).containsExactly("cycle", "cycle");
    }

    @Test
    void tooManyCasesAreLeftAlone() {
        var many =
                IntStream.range(0, 40)
                        .<Condition>mapToObj(it -> new Filled(new ChampId("f%03d".formatted(it))))
                        .toList();
        var champs =
                new ArrayList<>(
                        IntStream.range(0, 40)
                                .mapToObj(
                                        it ->
                                                Champ.of(
                                                        new ChampId("f%03d".formatted(it)),
                                                        "Q" + it,
                                                        true,
                                                        TEXT))
                                .toList());
        champs.add(Champ.of(LAST, "Suite", false, TEXT).withCondition(new And(many)));
        assertThat(Solveur.of(new Definition(champs), LAST, List.of(new And(many)))).isEmpty();
    }

    private static List<String> rules(Condition condition) {
        return rules(form(condition, true));
    }

    private static List<String> rules(Definition definition) {
        return Relecture.of(definition).stream()
                .map(Remarque::rule)
                .filter(it -> !it.startsWith("type.") && !it.equals("nothing-required"))
                .toList();
    }

    private static List<Remarque> remarks(Condition condition, boolean mandatory) {
        return Relecture.of(form(condition, mandatory));
    }

    private static Definition form(@Nullable Condition condition, boolean mandatory) {
        var age = new ChampType.Nombre(false, BigDecimal.ZERO, new BigDecimal("120"), "");
        return new Definition(
                List.of(
                        Champ.of(AGE, "Âge", mandatory, age),
                        listField(),
                        Champ.of(YES, "Oui ?", false, new ChampType.OuiNon()),
                        Champ.of(LAST, "Suite", false, TEXT).withCondition(condition)));
    }

    private static Champ listField() {
        return Champ.of(
                LIST, "Liste", true, new ChampType.Choix(List.of("A", "B", "C"), false, false));
    }

    private static Condition age(Operator operator, int than) {
        return new Compare(AGE, operator, new Valeur.Nombre(BigDecimal.valueOf(than)));
    }

    private static Condition list(String option) {
        return new Compare(LIST, Operator.EGAL, new Valeur.Texte(option));
    }

    private static Condition yes(boolean yes) {
        return new Compare(YES, Operator.EGAL, new Valeur.OuiNon(yes));
    }

    private static Condition lies(String code) {
        return new Compare(AGE, Operator.DANS_LE_DEPARTEMENT, new Valeur.Texte(code));
    }

    private static Condition outOfRegion(String code) {
        return new Compare(AGE, Operator.HORS_DE_LA_REGION, new Valeur.Texte(code));
    }
}
