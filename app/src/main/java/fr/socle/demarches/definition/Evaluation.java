package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Condition.Operator;
import fr.socle.kernel.Cog;
import fr.socle.kernel.Commune;
import java.util.Map;
import java.util.Optional;

/** The one evaluator of conditions: what cannot be compared is false, never an error. */
public final class Evaluation {

    private Evaluation() {}

    /**
     * @param seen the answers that count: those of fields that are shown
     */
    public static boolean holds(Condition condition, Map<ChampId, Valeur> seen) {
        return switch (condition) {
            case Condition.And(var inner) -> inner.stream().allMatch(it -> holds(it, seen));
            case Condition.Or(var inner) -> inner.stream().anyMatch(it -> holds(it, seen));
            case Condition.Filled(var champ) -> seen.containsKey(champ);
            case Condition.Compare(var champ, var operator, var with) -> {
                var value = seen.get(champ);
                yield value != null && compare(value, operator, with);
            }
        };
    }

    private static boolean compare(Valeur value, Operator operator, Valeur with) {
        return switch (value) {
            case Valeur.OuiNon(var yes) ->
                    with instanceof Valeur.OuiNon(var wanted) && equal(yes == wanted, operator);
            case Valeur.Nombre(var number) ->
                    with instanceof Valeur.Nombre(var wanted)
                            && ordered(number.compareTo(wanted), operator);
            case Valeur.Jour(var day) ->
                    with instanceof Valeur.Jour(var wanted)
                            && ordered(day.compareTo(wanted), operator);
            case Valeur.Choix choix ->
                    with instanceof Valeur.Texte(var wanted) && among(choix, operator, wanted);
            case Valeur.Adresse adresse ->
                    with instanceof Valeur.Texte(var wanted) && lies(adresse, operator, wanted);
            case Valeur.Texte _, Valeur.Pieces _, Valeur.Lignes _ -> false;
        };
    }

    private static boolean equal(boolean same, Operator operator) {
        return operator == Operator.EGAL ? same : operator == Operator.DIFFERENT && !same;
    }

    private static boolean ordered(int order, Operator operator) {
        return switch (operator) {
            case EGAL -> order == 0;
            case DIFFERENT -> order != 0;
            case INFERIEUR -> order < 0;
            case INFERIEUR_OU_EGAL -> order <= 0;
            case SUPERIEUR -> order > 0;
            case SUPERIEUR_OU_EGAL -> order >= 0;
            case CONTIENT, NE_CONTIENT_PAS, DANS_LE_DEPARTEMENT, HORS_DU_DEPARTEMENT -> false;
            case DANS_LA_REGION, HORS_DE_LA_REGION -> false;
        };
    }

    private static boolean among(Valeur.Choix choix, Operator operator, String wanted) {
        boolean chosen = choix.chosen().contains(wanted);
        return switch (operator) {
            case EGAL, CONTIENT -> chosen;
            case DIFFERENT, NE_CONTIENT_PAS -> !chosen;
            case INFERIEUR, INFERIEUR_OU_EGAL, SUPERIEUR, SUPERIEUR_OU_EGAL -> false;
            case DANS_LE_DEPARTEMENT, HORS_DU_DEPARTEMENT -> false;
            case DANS_LA_REGION, HORS_DE_LA_REGION -> false;
        };
    }

    /** An address whose commune is unknown lies nowhere, not « outside ». */
    private static boolean lies(Valeur.Adresse adresse, Operator operator, String wanted) {
        var place = commune(adresse);
        return place.isPresent() && lies(place.get(), operator, wanted);
    }

    private static boolean lies(Commune place, Operator operator, String wanted) {
        return switch (operator) {
            case DANS_LE_DEPARTEMENT -> place.departement().value().equals(wanted);
            case HORS_DU_DEPARTEMENT -> !place.departement().value().equals(wanted);
            case DANS_LA_REGION -> place.region().value().equals(wanted);
            case HORS_DE_LA_REGION -> !place.region().value().equals(wanted);
            case EGAL, DIFFERENT, INFERIEUR, INFERIEUR_OU_EGAL -> false;
            case SUPERIEUR, SUPERIEUR_OU_EGAL, CONTIENT, NE_CONTIENT_PAS -> false;
        };
    }

    private static Optional<Commune> commune(Valeur.Adresse adresse) {
        return Optional.ofNullable(adresse.code()).map(Cog::commune);
    }
}
