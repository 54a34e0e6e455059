package fr.socle.exchange.provider;

import static fr.socle.habilitations.spi.DataCatalogue.DataKind.DATE;
import static fr.socle.habilitations.spi.DataCatalogue.DataKind.NUMBER;
import static fr.socle.habilitations.spi.DataCatalogue.DataKind.TEXT;

import fr.socle.exchange.provider.Contract.Fact;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The data sets that this house has words for: what each may give and where it lies, as in API
 * Particulier v3 (quotient_familial, statut_etudiant).
 */
public enum KnownDataSet {
    QUOTIENT_FAMILIAL("quotient-familial", "/v3/dss/quotient_familial/identite", quotient()),
    STATUT_ETUDIANT("statut-etudiant", "/v3/mesri/statut_etudiant/identite", student());

    private final String code;
    private final String path;
    private final Contract contract;

    KnownDataSet(String code, String path, Contract contract) {
        this.code = code;
        this.path = path;
        this.contract = contract;
    }

    public static Optional<KnownDataSet> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    /** Of the question, below the provider's base address. */
    public String path() {
        return path;
    }

    public Contract contract() {
        return contract;
    }

    private static String[] member() {
        return new String[] {"nom_naissance", "nom_usage", "prenoms", "date_naissance", "sexe"};
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
                        Fact.records("allocataires", member()),
                        Fact.records("enfants", member()),
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
                        Fact.of("identite.date_naissance", DATE),
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
