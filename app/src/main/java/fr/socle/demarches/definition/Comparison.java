package fr.socle.demarches.definition;

import fr.socle.demarches.definition.Condition.Operator;
import java.util.List;

/** How the answers of a type are compared in conditions: the operators, and with what. */
public enum Comparison {
    /** Only whether something was answered. */
    NONE(),
    YES_NO(Operator.EGAL, Operator.DIFFERENT),
    NUMBER(ordered()),
    DAY(ordered()),
    /** With an option of the list. */
    OPTION(Operator.EGAL, Operator.DIFFERENT),
    /** With an option of the list, of which several may be chosen. */
    OPTIONS(Operator.CONTIENT, Operator.NE_CONTIENT_PAS),
    /** With a text, accents and case aside. */
    TEXT(Operator.EGAL, Operator.DIFFERENT, Operator.CONTIENT, Operator.NE_CONTIENT_PAS),
    /** With the code of a departement or of a region. */
    PLACE(
            Operator.DANS_LE_DEPARTEMENT,
            Operator.HORS_DU_DEPARTEMENT,
            Operator.DANS_LA_REGION,
            Operator.HORS_DE_LA_REGION),
    /** With a code of the same table. */
    CODE(Operator.EGAL, Operator.DIFFERENT),
    /** With a code of the same table, or with where it lies. */
    CODE_OF_PLACE(
            Operator.EGAL,
            Operator.DIFFERENT,
            Operator.DANS_LE_DEPARTEMENT,
            Operator.HORS_DU_DEPARTEMENT,
            Operator.DANS_LA_REGION,
            Operator.HORS_DE_LA_REGION);

    private final List<Operator> operators;

    Comparison(Operator... operators) {
        this.operators = List.of(operators);
    }

    /** How answers of this type are compared. */
    public static Comparison of(ChampType type) {
        return Kinds.of(type).comparison(type);
    }

    public List<Operator> operators() {
        return operators;
    }

    private static Operator[] ordered() {
        return new Operator[] {
            Operator.EGAL,
            Operator.DIFFERENT,
            Operator.INFERIEUR,
            Operator.INFERIEUR_OU_EGAL,
            Operator.SUPERIEUR,
            Operator.SUPERIEUR_OU_EGAL
        };
    }
}
