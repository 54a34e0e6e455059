package fr.socle.demarches.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a field is shown: a tree of comparisons with answers given earlier in the form. A hidden or
 * missing answer makes every comparison false, « différent de » too, so that a condition never
 * holds by accident.
 */
public sealed interface Condition {

    /** All of them hold. */
    record And(List<Condition> conditions) implements Condition {
        public And {
            conditions = List.copyOf(conditions);
        }
    }

    /** One of them holds at least. */
    record Or(List<Condition> conditions) implements Condition {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * An answer compared.
     *
     * @param with of the kind that the operator and the field's type want
     */
    record Compare(ChampId champ, Operator operator, Valeur with) implements Condition {}

    /** An answer was given, whatever it is. */
    record Filled(ChampId champ) implements Condition {}

    /** The fields that it reads. */
    default Stream<ChampId> sources() {
        return switch (this) {
            case And(var inner) -> inner.stream().flatMap(Condition::sources);
            case Or(var inner) -> inner.stream().flatMap(Condition::sources);
            case Compare(var champ, _, _) -> Stream.of(champ);
            case Filled(var champ) -> Stream.of(champ);
        };
    }

    /** How two answers are compared; the label is the message {@code demarches.operator.<code>}. */
    enum Operator {
        EGAL("egal"),
        DIFFERENT("different"),
        INFERIEUR("inferieur"),
        INFERIEUR_OU_EGAL("inferieur-ou-egal"),
        SUPERIEUR("superieur"),
        SUPERIEUR_OU_EGAL("superieur-ou-egal"),
        /** Of a list where several may be chosen. */
        CONTIENT("contient"),
        NE_CONTIENT_PAS("ne-contient-pas"),
        /** Of an address; compared with the code of a departement. */
        DANS_LE_DEPARTEMENT("dans-le-departement"),
        HORS_DU_DEPARTEMENT("hors-du-departement"),
        /** Of an address; compared with the code of a region. */
        DANS_LA_REGION("dans-la-region"),
        HORS_DE_LA_REGION("hors-de-la-region");

        private final String code;

        Operator(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Operator> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
        }

        /** Whether it needs an order. */
        public boolean orders() {
            return switch (this) {
                case INFERIEUR, INFERIEUR_OU_EGAL, SUPERIEUR, SUPERIEUR_OU_EGAL -> true;
                case EGAL, DIFFERENT, CONTIENT, NE_CONTIENT_PAS -> false;
                case DANS_LE_DEPARTEMENT, HORS_DU_DEPARTEMENT -> false;
                case DANS_LA_REGION, HORS_DE_LA_REGION -> false;
            };
        }

        /** The operators that answers of this type allow, as an editor lists them. */
        public static List<Operator> on(ChampType type) {
            return switch (type) {
                case ChampType.OuiNon _, ChampType.CaseACocher _ -> List.of(EGAL, DIFFERENT);
                case ChampType.Nombre _, ChampType.Jour _ ->
                        List.of(
                                EGAL,
                                DIFFERENT,
                                INFERIEUR,
                                INFERIEUR_OU_EGAL,
                                SUPERIEUR,
                                SUPERIEUR_OU_EGAL);
                case ChampType.Choix(_, var multiple, _) ->
                        multiple ? List.of(CONTIENT, NE_CONTIENT_PAS) : List.of(EGAL, DIFFERENT);
                case ChampType.Adresse _ ->
                        List.of(
                                DANS_LE_DEPARTEMENT,
                                HORS_DU_DEPARTEMENT,
                                DANS_LA_REGION,
                                HORS_DE_LA_REGION);
                case ChampType.Texte _, ChampType.Email _, ChampType.Telephone _ -> List.of();
                case ChampType.Pieces _, ChampType.Repetition _ -> List.of();
                case ChampType.Titre _, ChampType.Explication _ -> List.of();
            };
        }
    }
}
