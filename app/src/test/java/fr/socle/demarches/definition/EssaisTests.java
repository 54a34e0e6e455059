package fr.socle.demarches.definition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.demarches.definition.Condition.Compare;
import fr.socle.demarches.definition.Condition.Operator;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A case holds its form to account. */
@NullMarked
class EssaisTests {

    private static final ChampId CHILDREN = new ChampId("enfants");
    private static final ChampId AID = new ChampId("aide");
    private static final ChampId TOTAL = new ChampId("total");
    private static final Map<ChampId, Valeur> TWO =
            Map.of(CHILDREN, new Valeur.Nombre(BigDecimal.TWO));

    @Test
    void aCaseKeepsWhatHappensToday() {
        var form = form("[enfants] * 10", 1);
        var essai = Essais.recorded(form, "deux enfants", TWO);
        assertThat(essai.shown()).containsExactlyInAnyOrder(CHILDREN, AID, TOTAL);
        assertThat(essai.demanded()).containsExactly(CHILDREN);
        assertThat(essai.results()).containsEntry(TOTAL, "20");
        assertThat(Essais.failures(form, essai)).isEmpty();
        var none = Essais.recorded(form, "aucun", Map.of());
        assertThat(none.hidden()).containsExactly(AID);
        assertThat(Essais.failures(form, none)).isEmpty();
    }

    @Test
    void aChangeThatBreaksItIsToldAndForbidsPublication() {
        var essai = Essais.recorded(form("[enfants] * 10", 1), "deux enfants", TWO);
        var changed = form("[enfants] * 11", 3).withEssais(List.of(essai));
        assertThat(Essais.failures(changed, essai))
                .extracting(Refusal::key)
                .containsExactly("demarches.check.essai.shown", "demarches.check.essai.result");
        assertThat(Checker.publishable(changed)).isFalse();
        var without = Edits.remove(changed, AID);
        assertThat(Essais.failures(without, essai))
                .extracting(Refusal::key)
                .contains("demarches.check.essai.gone");
    }

    @Test
    void casesGoWithTheFile() {
        var form = form("[enfants] * 10", 1);
        var kept = form.withEssais(List.of(Essais.recorded(form, "deux enfants", TWO)));
        assertThat(DefinitionJson.read(DefinitionJson.write(kept))).isEqualTo(Parsed.valid(kept));
    }

    private static Definition form(String formule, int from) {
        var more =
                new Compare(
                        CHILDREN,
                        Operator.SUPERIEUR_OU_EGAL,
                        new Valeur.Nombre(BigDecimal.valueOf(from)));
        return new Definition(
                List.of(
                        Champ.of(
                                CHILDREN,
                                "Enfants",
                                true,
                                new ChampType.Nombre(false, null, null, "")),
                        Champ.of(AID, "Aide", false, new ChampType.OuiNon()).withCondition(more),
                        Champ.of(TOTAL, "Total", false, new Calcul(formule, 0, "€"))));
    }
}
