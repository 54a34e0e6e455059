package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Condition.Operator;
import fr.socle.kernel.NormalName;
import java.util.Map;
import java.util.stream.Stream;

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
            case Condition.Empty(var champ) -> !seen.containsKey(champ);
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
                    with instanceof Valeur.Texte(var wanted)
                            && lies(place(adresse), operator, wanted);
            case Valeur.Texte(var text) ->
                    with instanceof Valeur.Texte(var wanted) && reads(text, operator, wanted);
            case Valeur.Composee composee -> composed(composee, operator, with);
            case Valeur.Pieces _, Valeur.Lignes _ -> false;
        };
    }

    private static boolean composed(Valeur.Composee value, Operator operator, Valeur with) {
        return switch (value) {
            case Valeur.Moment(var at) ->
                    with instanceof Valeur.Jour(var wanted)
                            && ordered(at.toLocalDate().compareTo(wanted), operator);
            case Valeur.Paire(var primary, _) ->
                    with instanceof Valeur.Texte(var wanted)
                            && equal(primary.equals(wanted), operator);
            case Valeur.Reference place ->
                    with instanceof Valeur.Texte(var wanted)
                            && (equal(place.code().equals(wanted), operator)
                                    || lies(place, operator, wanted));
            case Valeur.Trace _, Valeur.Identite _ -> false;
        };
    }

    /** Accents and case aside. */
    private static boolean reads(String text, Operator operator, String wanted) {
        var one = NormalName.of(text).value();
        var other = NormalName.of(wanted).value();
        return switch (operator) {
            case EGAL -> one.equals(other);
            case DIFFERENT -> !one.equals(other);
            case CONTIENT -> one.contains(other);
            case NE_CONTIENT_PAS -> !one.contains(other);
            case INFERIEUR, INFERIEUR_OU_EGAL, SUPERIEUR, SUPERIEUR_OU_EGAL -> false;
            case DANS_LE_DEPARTEMENT, HORS_DU_DEPARTEMENT -> false;
            case DANS_LA_REGION, HORS_DE_LA_REGION -> false;
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

    /** A place of which nobody knows where it lies is nowhere, not « outside ». */
    private static boolean lies(Valeur.Reference place, Operator operator, String wanted) {
        return switch (operator) {
            case DANS_LE_DEPARTEMENT -> Places.departements(place).anyMatch(wanted::equals);
            case HORS_DU_DEPARTEMENT -> outside(Places.departements(place), wanted);
            case DANS_LA_REGION -> Places.regions(place).anyMatch(wanted::equals);
            case HORS_DE_LA_REGION -> outside(Places.regions(place), wanted);
            case EGAL, DIFFERENT, INFERIEUR, INFERIEUR_OU_EGAL -> false;
            case SUPERIEUR, SUPERIEUR_OU_EGAL, CONTIENT, NE_CONTIENT_PAS -> false;
        };
    }

    private static boolean outside(Stream<String> areas, String wanted) {
        var known = areas.toList();
        return !known.isEmpty() && !known.contains(wanted);
    }

    private static Valeur.Reference place(Valeur.Adresse adresse) {
        var code = adresse.code();
        return new Valeur.Reference(
                "commune", code == null ? "" : code.value(), adresse.commune(), Map.of());
    }
}
