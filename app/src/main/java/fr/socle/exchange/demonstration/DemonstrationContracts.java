package fr.socle.exchange.demonstration;

import fr.socle.exchange.provider.KnownDataSet;
import fr.socle.exchange.store.ProviderStore.Row;
import java.util.List;

/** The two made-up providers. */
final class DemonstrationContracts {

    static final String QUOTIENT = "quotient-familial";
    static final String STUDENT = "statut-etudiant";

    private DemonstrationContracts() {}

    static List<Row> rows() {
        return List.of(
                row(
                        KnownDataSet.QUOTIENT_FAMILIAL,
                        "Caisse d’allocations familiales (démonstration)"),
                row(
                        KnownDataSet.STATUT_ETUDIANT,
                        "Ministère de l’Enseignement supérieur (démonstration)"));
    }

    private static Row row(KnownDataSet set, String name) {
        return new Row(set.code(), name, null, set.path(), new byte[0], set.contract(), true);
    }
}
