package fr.socle.demarches.dossier;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Condition;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.definition.Valeur;
import fr.socle.pieces.Family;
import java.util.List;
import java.util.Set;

/** The form of the made-up procedure: every way in which a question is answered. */
final class MadeUpForm {

    static final ChampId QUOTIENT = new ChampId("quot");
    static final ChampId REGIME = new ChampId("regi");
    static final ChampId DETAIL = new ChampId("deta");
    static final ChampId ENFANTS = new ChampId("enfa");
    static final ChampId PRENOM = new ChampId("pren");
    static final ChampId ECOLE = new ChampId("ecol");
    static final ChampId JOUR = new ChampId("jour");
    static final ChampId PIECE = new ChampId("piec");

    private MadeUpForm() {}

    static Definition definition() {
        var isYes = new Condition.Compare(REGIME, Condition.Operator.EGAL, new Valeur.OuiNon(true));
        var row =
                new ChampType.Repetition(
                        List.of(
                                Champ.of(PRENOM, "Prénom", true, new ChampType.Texte(60, false)),
                                Champ.of(
                                        ECOLE,
                                        "École",
                                        true,
                                        new ChampType.Choix(
                                                List.of("Jean-Moulin", "Les Tilleuls"),
                                                false,
                                                false))),
                        1,
                        3);
        return new Definition(
                List.of(
                        Champ.of(new ChampId("tit1"), "Vous", false, new ChampType.Titre(1)),
                        Champ.of(new ChampId("nomn"), "Nom", true, new ChampType.Texte(200, false))
                                .withSource(new Source.Identite(Source.Claim.FAMILY_NAME)),
                        Champ.of(
                                        QUOTIENT,
                                        "Quotient familial",
                                        true,
                                        new ChampType.Nombre(true, null, null, "€"))
                                .withSource(
                                        new Source.Echange(Neighbours.DATASET, Neighbours.FIELD)),
                        Champ.of(new ChampId("tit2"), "Vos enfants", false, new ChampType.Titre(1)),
                        Champ.of(ENFANTS, "Enfant", true, row),
                        Champ.of(REGIME, "Régime particulier", true, new ChampType.OuiNon()),
                        Champ.of(DETAIL, "Lequel", true, new ChampType.Texte(100, false))
                                .withCondition(isYes),
                        Champ.of(JOUR, "Date d’arrivée", false, new ChampType.Jour(null, null)),
                        Champ.of(
                                PIECE,
                                "Livret de famille",
                                false,
                                new ChampType.Pieces(Set.of(Family.PDF), 2_000_000))));
    }
}
