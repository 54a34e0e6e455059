package fr.socle.demarches.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one predicate of procedures: when a field is shown or demanded, to which group a dossier
 * goes, who may not deposit. A tree of comparisons with answers given earlier in the form; a hidden
 * or missing answer makes every comparison false, « différent de » too, so that a condition never
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

    /** No answer counts: none was given, or its field is hidden. */
    record Empty(ChampId champ) implements Condition {}

    /** The fields that it reads. */
    default Stream<ChampId> sources() {
        return switch (this) {
            case And(var inner) -> inner.stream().flatMap(Condition::sources);
            case Or(var inner) -> inner.stream().flatMap(Condition::sources);
            case Compare(var champ, _, _) -> Stream.of(champ);
            case Filled(var champ) -> Stream.of(champ);
            case Empty(var champ) -> Stream.of(champ);
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
        /** Of a list where several may be chosen, or of a text. */
        CONTIENT("contient"),
        NE_CONTIENT_PAS("ne-contient-pas"),
        /** Of a place; compared with the code of a departement. */
        DANS_LE_DEPARTEMENT("dans-le-departement"),
        HORS_DU_DEPARTEMENT("hors-du-departement"),
        /** Of a place; compared with the code of a region. */
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
            return Comparison.of(type).operators();
        }
    }
}
