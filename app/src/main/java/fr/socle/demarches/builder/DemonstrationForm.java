package fr.socle.demarches.builder;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Condition.Operator;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.definition.Source.Claim;
import fr.socle.demarches.definition.Types;
import fr.socle.demarches.definition.Valeur;
import fr.socle.directory.ServiceId;
import fr.socle.pieces.Family;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the demonstration's procedure asks and says. */
final class DemonstrationForm {

    private static final ChampId REGIME = new ChampId("regime");
    private static final BigDecimal MOST = BigDecimal.valueOf(99_999);

    private DemonstrationForm() {}

    static Facts facts(List<ServiceId> services) {
        return new Facts(
                "Tarif de la restauration scolaire",
                """
                Faites calculer le prix des repas de vos enfants à la cantine, selon les ressources de votre foyer.

                Votre quotient familial est demandé pour vous à l’organisme qui verse vos prestations familiales : vous n’avez pas d’attestation à fournir. Procédure de démonstration : la ville et les personnes sont inventées.\
                """,
                "Les parents d’enfants inscrits dans une école publique de la commune.",
                "Article R. 531-52 du code de l’éducation ; délibération du conseil municipal du 12 juin 2026 (démonstration)",
                services,
                attestation(),
                12,
                5);
    }

    private static AttestationTemplate attestation() {
        return new AttestationTemplate(
                "Attestation de tarif de restauration scolaire",
                """
                La --organisation-- atteste que la demande n° --numero-- de --prenom-- --nom-- a été acceptée le --decision-date--.

                Quotient familial retenu : --quotient-- €.

                --motif--\
                """);
    }

    static Definition definition(Optional<DataGrounds.Binding> quotient) {
        return new Definition(
                List.of(
                        title("titrevous", "Vous"),
                        known("nomusager", "Nom de naissance", Claim.FAMILY_NAME),
                        known("prenomusager", "Prénoms", Claim.GIVEN_NAME),
                        Champ.of(
                                        new ChampId("emailusager"),
                                        "Adresse électronique",
                                        true,
                                        new ChampType.Email())
                                .withHelp(
                                        "Pour que le service puisse vous joindre. Les messages sur votre dossier vont à l’adresse de votre compte d’identification.")
                                .withSource(new Source.Identite(Claim.EMAIL)),
                        Champ.of(
                                new ChampId("adresse"),
                                "Adresse du foyer",
                                true,
                                new ChampType.Adresse()),
                        title("titrefoyer", "Votre foyer"),
                        quotient(quotient),
                        title("titreenfants", "Vos enfants"),
                        children(),
                        Champ.of(
                                REGIME,
                                "L’un de vos enfants suit-il un régime alimentaire particulier ?",
                                true,
                                new ChampType.OuiNon()),
                        certificate(),
                        Champ.of(
                                new ChampId("engagement"),
                                "J’atteste que ces renseignements sont exacts.",
                                true,
                                new ChampType.CaseACocher())));
    }

    private static Champ title(String id, String label) {
        return Champ.of(new ChampId(id), label, false, new ChampType.Titre(1));
    }

    private static Champ known(String id, String label, Claim claim) {
        var type = new ChampType.Texte(Types.SHORT_TEXT, false);
        return Champ.of(new ChampId(id), label, true, type).withSource(new Source.Identite(claim));
    }

    private static Champ quotient(Optional<DataGrounds.Binding> binding) {
        var type = new ChampType.Nombre(false, BigDecimal.ZERO, MOST, "€");
        var source =
                binding.map(it -> new Source.Echange(it.dataset().code(), it.field().code()))
                        .orElse(null);
        return Champ.of(new ChampId("quotient"), "Quotient familial", true, type)
                .withHelp("Il figure sur votre attestation de la CAF ou de la MSA.")
                .withSource(source);
    }

    private static Champ children() {
        var schools =
                List.of(
                        "École Jules-Verne (démonstration)",
                        "École des Tilleuls (démonstration)",
                        "École du Moulin (démonstration)");
        var row =
                List.of(
                        Champ.of(
                                new ChampId("prenomenfant"),
                                "Prénom de l’enfant",
                                true,
                                new ChampType.Texte(100, false)),
                        Champ.of(
                                new ChampId("ecole"),
                                "École",
                                true,
                                new ChampType.Choix(schools, false, false)));
        return Champ.of(
                new ChampId("enfants"),
                "Enfants inscrits à la cantine",
                true,
                new ChampType.Repetition(row, 1, 12));
    }

    private static Champ certificate() {
        var type = new ChampType.Pieces(Set.of(Family.PDF, Family.IMAGES), 10_000_000);
        var when = new Condition.Compare(REGIME, Operator.EGAL, new Valeur.OuiNon(true));
        return Champ.of(
                        new ChampId("certificat"),
                        "Projet d’accueil individualisé, ou lettre qui décrit le régime",
                        true,
                        type)
                .withCondition(when);
    }
}
