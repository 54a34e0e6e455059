package fr.socle.demarches.groupe;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Conditions;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Valeur;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The first group whose rule holds takes the dossier. */
class RoutingTests {

    private static final ChampId ZONE = new ChampId("zone");
    private static final ChampId ASK = new ChampId("askk");
    private static final DemarcheId DEMARCHE = new DemarcheId(UUID.randomUUID());

    private final Definition definition =
            new Definition(
                    List.of(
                            Champ.of(ASK, "Une zone ?", true, new ChampType.OuiNon()),
                            Champ.of(
                                            ZONE,
                                            "Zone",
                                            true,
                                            new ChampType.Choix(
                                                    List.of("Nord", "Sud"), false, false))
                                    .withCondition(
                                            new Condition.Compare(
                                                    ASK,
                                                    Condition.Operator.EGAL,
                                                    new Valeur.OuiNon(true)))));

    @Test
    void theFirstRuleThatHoldsWinsWhateverTheOrderOfTheList() {
        var groups = List.of(group(2, north()), group(1, north()), group(0, null));
        assertThat(Routing.choose(groups, definition, answers(true)).rank()).isEqualTo(1);
    }

    @Test
    void aClosedGroupAndOneWithoutRuleTakeNothing() {
        var closed = new Groupe(id(), 1, DEMARCHE, 1, "a", north(), false, Set.of(), 1);
        var groups = List.of(group(0, null), closed, group(2, null));
        assertThat(Routing.choose(groups, definition, answers(true)).byDefault()).isTrue();
    }

    @Test
    void aHiddenAnswerRoutesNothing() {
        var groups = List.of(group(0, null), group(1, north()));
        assertThat(Routing.choose(groups, definition, answers(false)).byDefault()).isTrue();
        assertThat(Routing.choose(groups, definition, Map.of()).byDefault()).isTrue();
    }

    @Test
    void aRuleIsReadAsItWasWritten() {
        var rule = new Condition.Or(List.of(north(), new Condition.Filled(ASK)));
        assertThat(Conditions.read(Conditions.write(rule))).isEqualTo(rule);
    }

    private static Map<ChampId, Valeur> answers(boolean asked) {
        return Map.of(ASK, new Valeur.OuiNon(asked), ZONE, new Valeur.Choix(List.of("Nord")));
    }

    private static Condition north() {
        return new Condition.Compare(ZONE, Condition.Operator.EGAL, new Valeur.Texte("Nord"));
    }

    private static Groupe group(int rank, @Nullable Condition rule) {
        return new Groupe(id(), rank, DEMARCHE, rank, "g" + rank, rule, true, Set.of(), 1);
    }

    private static GroupeId id() {
        return new GroupeId(UUID.randomUUID());
    }
}
