package fr.socle.exchange.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.exchange.reconcile.Line.Constat;
import fr.socle.exchange.reconcile.Line.Ecart;
import fr.socle.exchange.reconcile.Line.Side;
import fr.socle.exchange.store.StepStore.Counted;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What two counts side by side tell. */
@NullMarked
class LineTests {

    private static final UUID CITY = new UUID(0, 1);
    private static final UUID TOWN = new UUID(0, 2);

    @Test
    void countsThatAgreeTellNothing() {
        assertThat(consumer(counts(10, 8, 7), new Declared(10, 7)).ecarts()).isEmpty();
        assertThat(provider(counts(10, 8, 7), new Declared(10, 8)).ecarts()).isEmpty();
        assertThat(line(Side.PASSERELLE, CITY, counts(3, 3, 3), null).ecarts()).isEmpty();
    }

    @Test
    void aProgramMayAskMoreThanBecameAnExchange() {
        assertThat(consumer(counts(10, 8, 7), new Declared(25, 7)).differs()).isFalse();
    }

    @Test
    void eachDifferenceOfAProgramHasItsName() {
        assertThat(consumer(counts(10, 8, 7), new Declared(9, 7)).ecarts())
                .containsExactly(new Ecart(Constat.DEMANDES_NON_DECLAREES, 1));
        assertThat(consumer(counts(10, 8, 6), new Declared(10, 8)).ecarts())
                .containsExactly(new Ecart(Constat.REPONSES_EN_PLUS, 2));
        assertThat(consumer(counts(10, 8, 8), new Declared(10, 5)).ecarts())
                .containsExactly(new Ecart(Constat.REPONSES_EN_MOINS, 3));
    }

    @Test
    void eachDifferenceOfAProviderHasItsName() {
        assertThat(provider(counts(10, 8, 8), new Declared(12, 9)).ecarts())
                .containsExactly(
                        new Ecart(Constat.DEMANDES_HORS_PASSERELLE, 2),
                        new Ecart(Constat.FOURNI_EN_PLUS, 1));
        assertThat(provider(counts(10, 8, 8), new Declared(9, 6)).ecarts())
                .containsExactly(
                        new Ecart(Constat.DEMANDES_PERDUES, 1),
                        new Ecart(Constat.FOURNI_EN_MOINS, 2));
    }

    @Test
    void whatWasNotDeclaredIsToldAndIsNoDifference() {
        var silent = consumer(counts(4, 4, 4), null);
        assertThat(silent.ecarts()).containsExactly(new Ecart(Constat.NON_DECLARE, 4));
        assertThat(silent.differs()).isFalse();
    }

    @Test
    void aBrokenRuleIsADifferenceWhoeverCounts() {
        var broken = line(Side.PASSERELLE, CITY, new Counts(1, 2, 1, 1), null);
        assertThat(broken.ecarts()).containsExactly(new Ecart(Constat.HORS_REGLE, 1));
        assertThat(broken.differs()).isTrue();
    }

    @Test
    void aProviderIsComparedWithAllWhoAskedThroughTheGateway() {
        var lines =
                Rapprochement.of(
                        List.of(
                                new Counted(CITY, "qf", true, counts(5, 5, 5)),
                                new Counted(CITY, "qf", false, counts(2, 1, 1)),
                                new Counted(TOWN, "qf", true, counts(1, 1, 0))),
                        List.of(
                                line(Side.FOURNISSEUR, null, "qf", Counts.NONE, new Declared(8, 7)),
                                line(
                                        Side.CONSOMMATEUR,
                                        CITY,
                                        "qf",
                                        Counts.NONE,
                                        new Declared(5, 5))));
        assertThat(lines).hasSize(4);
        var given = lines.getLast();
        assertThat(given.side()).isEqualTo(Side.FOURNISSEUR);
        assertThat(given.counts()).isEqualTo(counts(8, 7, 6));
        assertThat(given.ecarts()).isEmpty();
        assertThat(lines.getFirst().declared()).isEqualTo(new Declared(5, 5));
        assertThat(lines.get(2).declared()).isNull();
    }

    @Test
    void whatOnlyTheOthersCountedIsThereToo() {
        var alone = line(Side.FOURNISSEUR, null, "qf", Counts.NONE, new Declared(3, 3));
        var lines = Rapprochement.of(List.of(), List.of(alone));
        assertThat(lines).containsExactly(alone);
        assertThat(lines.getFirst().differs()).isTrue();
    }

    private static Counts counts(long requested, long accorded, long received) {
        return new Counts(requested, accorded, received, 0);
    }

    private static Line consumer(Counts counts, @Nullable Declared declared) {
        return line(Side.CONSOMMATEUR, CITY, counts, declared);
    }

    private static Line provider(Counts counts, @Nullable Declared declared) {
        return line(Side.FOURNISSEUR, null, counts, declared);
    }

    private static Line line(
            Side side, @Nullable UUID habilitation, Counts counts, @Nullable Declared declared) {
        return line(side, habilitation, "qf", counts, declared);
    }

    private static Line line(
            Side side,
            @Nullable UUID habilitation,
            String dataSet,
            Counts counts,
            @Nullable Declared declared) {
        return new Line(side, habilitation, dataSet, counts, declared);
    }
}
