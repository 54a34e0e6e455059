package fr.socle.demarches.graphql.read;

import fr.socle.demarches.definition.Calcul;
import fr.socle.demarches.definition.Carte;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.ChoixLies;
import fr.socle.demarches.definition.Civilite;
import fr.socle.demarches.definition.DateHeure;
import fr.socle.demarches.definition.DossierLie;
import fr.socle.demarches.definition.Format;
import fr.socle.demarches.definition.Identifiants;
import fr.socle.demarches.definition.Lieu;
import fr.socle.demarches.definition.Numero;
import fr.socle.demarches.definition.Referentiel;
import java.util.List;

/** The questions of a revision, in the types of the contract: one entry for each type of ours. */
final class ChampDescriptors {

    private ChampDescriptors() {}

    static List<Fields> of(List<Champ> champs) {
        return champs.stream().map(ChampDescriptors::of).toList();
    }

    static Fields of(Champ champ) {
        return typed(champ.type())
                .with("id", TypedId.of("Champ", champ.id()))
                .with("label", champ.label())
                .with("description", champ.help())
                .with("required", champ.mandatory());
    }

    private static Fields typed(ChampType type) {
        return switch (type) {
            case ChampType.Texte it ->
                    it.multiline() ? named("Textarea", "textarea") : named("Text", "text");
            case ChampType.Nombre it ->
                    it.decimal()
                            ? named("DecimalNumber", "decimal_number")
                            : named("IntegerNumber", "integer_number");
            case ChampType.Jour _ -> named("Date", "date");
            case ChampType.OuiNon _ -> named("YesNo", "yes_no");
            case ChampType.CaseACocher _ -> named("Checkbox", "checkbox");
            case ChampType.Choix it ->
                    it.multiple()
                            ? named("MultipleDropDownList", "multiple_drop_down_list")
                                    .with("options", it.options())
                            : named("DropDownList", "drop_down_list")
                                    .with("options", it.options())
                                    .with("otherOption", it.other());
            case ChampType.Adresse _ -> named("Address", "address");
            case ChampType.Email _ -> named("Email", "email");
            case ChampType.Telephone _ -> named("Phone", "phone");
            case ChampType.Pieces it ->
                    it.nature() == ChampType.Pieces.Nature.TITRE_IDENTITE
                            ? named("TitreIdentite", "titre_identite")
                            : named("PieceJustificative", "piece_justificative");
            case ChampType.Repetition it ->
                    named("Repetition", "repetition").with("champDescriptors", of(it.champs()));
            case ChampType.Titre it ->
                    named("HeaderSection", "header_section").with("level", it.level());
            case ChampType.Explication it ->
                    named("Explication", "explication")
                            .with("collapsibleExplanationEnabled", !it.more().isEmpty())
                            .with(
                                    "collapsibleExplanationText",
                                    it.more().isEmpty() ? null : it.more());
            // a computed number is read like one that was typed
            case Calcul _ -> named("DecimalNumber", "decimal_number");
            case Carte _ -> named("Carte", "carte");
            case ChoixLies it ->
                    named("LinkedDropDownList", "linked_drop_down_list")
                            .with("options", it.lines());
            case Civilite _ -> named("Civilite", "civilite");
            case DateHeure _ -> named("Datetime", "datetime");
            case DossierLie _ -> named("DossierLink", "dossier_link");
            case Format _ -> named("Formatted", "formatted");
            case Identifiants it -> known(it.fournisseur());
            case Lieu it -> place(it.echelon());
            case Numero it -> number(it.registre());
            case Referentiel it ->
                    it.education()
                            ? named("AnnuaireEducation", "annuaire_education")
                            : named("Referentiel", "referentiel");
        };
    }

    private static Fields known(Identifiants.Fournisseur fournisseur) {
        return switch (fournisseur) {
            case CNAF -> named("Cnaf", "cnaf");
            case DGFIP -> named("Dgfip", "dgfip");
            case FRANCE_TRAVAIL -> named("PoleEmploi", "pole_emploi");
            case MESRI -> named("Mesri", "mesri");
            case COJO -> named("COJO", "cojo");
        };
    }

    private static Fields place(Lieu.Echelon echelon) {
        return switch (echelon) {
            case COMMUNE -> named("Commune", "communes");
            case DEPARTEMENT -> named("Departement", "departements");
            case REGION -> named("Region", "regions");
            case PAYS -> named("Pays", "pays");
            case EPCI -> named("Epci", "epci");
        };
    }

    private static Fields number(Numero.Registre registre) {
        return switch (registre) {
            case SIRET -> named("Siret", "siret");
            case IBAN -> named("Iban", "iban");
            case RNA -> named("RNA", "rna");
            case RNF -> named("RNF", "rnf");
            case ENGAGEMENT_JURIDIQUE -> named("EngagementJuridique", "engagement_juridique");
        };
    }

    private static Fields named(String name, String code) {
        return Fields.of(name + "ChampDescriptor").with("type", code);
    }
}
