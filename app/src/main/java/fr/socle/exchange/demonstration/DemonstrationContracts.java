package fr.socle.exchange.demonstration;

import static fr.socle.habilitations.spi.DataCatalogue.DataKind.NUMBER;
import static fr.socle.habilitations.spi.DataCatalogue.DataKind.TEXT;

import fr.socle.exchange.provider.Contract;
import fr.socle.exchange.provider.Contract.Fact;
import fr.socle.exchange.store.ProviderStore.Row;
import java.util.List;

/**
 * The two made-up providers, and what they may give: the answers of API Particulier v3
 * (quotient_familial, statut_etudiant).
 */
final class DemonstrationContracts {

    static final String QUOTIENT = "quotient-familial";
    static final String STUDENT = "statut-etudiant";

    private static final String[] MEMBER = {
        "nom_naissance", "nom_usage", "prenoms", "date_naissance", "sexe"
    };

    private DemonstrationContracts() {}

    static List<Row> rows() {
        return List.of(
                row(
                        QUOTIENT,
                        "Caisse d’allocations familiales (démonstration)",
                        "/v3/dss/quotient_familial/identite",
                        quotient()),
                row(
                        STUDENT,
                        "Ministère de l’Enseignement supérieur (démonstration)",
                        "/v3/mesri/statut_etudiant/identite",
                        student()));
    }

    private static Row row(String code, String name, String path, Contract contract) {
        return new Row(code, name, null, path, new byte[0], contract, true);
    }

    private static Contract quotient() {
        return new Contract(
                List.of(
                        Fact.of("quotient_familial.valeur", NUMBER),
                        Fact.of("quotient_familial.annee", NUMBER),
                        Fact.of("quotient_familial.mois", NUMBER),
                        Fact.of("quotient_familial.fournisseur", TEXT),
                        Fact.of("quotient_familial.annee_calcul", NUMBER),
                        Fact.of("quotient_familial.mois_calcul", NUMBER),
                        Fact.records("allocataires", MEMBER),
                        Fact.records("enfants", MEMBER),
                        Fact.of("adresse.destinataire", TEXT),
                        Fact.of("adresse.complement_information", TEXT),
                        Fact.of("adresse.complement_information_geographique", TEXT),
                        Fact.of("adresse.numero_libelle_voie", TEXT),
                        Fact.of("adresse.lieu_dit", TEXT),
                        Fact.of("adresse.code_postal_ville", TEXT),
                        Fact.of("adresse.pays", TEXT)));
    }

    private static Contract student() {
        return new Contract(
                List.of(
                        Fact.of("identite.nom_naissance", TEXT),
                        Fact.of("identite.prenom", TEXT),
                        Fact.of(
                                "identite.date_naissance",
                                fr.socle.habilitations.spi.DataCatalogue.DataKind.DATE),
                        Fact.records(
                                "admissions",
                                "date_debut",
                                "date_fin",
                                "est_inscrit",
                                "regime_formation.libelle",
                                "regime_formation.code",
                                "code_cog_insee_commune",
                                "etablissement_etudes.uai",
                                "etablissement_etudes.nom")));
    }
}
