package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a computed field computes, from text such as {@code somme([bloc.prix]) * 1,2} or {@code
 * annees([naissance], [depart])}: a field stands between brackets by its id, a field of a
 * repetition behind the repetition's id.
 */
public sealed interface Formule {

    record Constante(BigDecimal number) implements Formule {}

    /** The answer of a field: a number, or a day where a day is wanted. */
    record Reponse(ChampId champ) implements Formule {}

    /** The answers of one field in every row of a repetition. */
    record Colonne(ChampId bloc, ChampId champ) implements Formule {}

    record Operation(char sign, Formule left, Formule right) implements Formule {}

    record Appel(Fonction fonction, List<Formule> arguments) implements Formule {
        public Appel {
            arguments = List.copyOf(arguments);
        }
    }

    /** What can be called, with how many arguments. */
    enum Fonction {
        /** Of a column; rows without an answer count for nothing. */
        SOMME(1, 1),
        /** How many rows a repetition has. */
        NOMBRE(1, 1),
        MIN(1, 9),
        MAX(1, 9),
        ARRONDI(1, 1),
        /** Whole days, months or years from the first day to the second. */
        JOURS(2, 2),
        MOIS(2, 2),
        ANNEES(2, 2);

        private final int least;
        private final int most;

        Fonction(int least, int most) {
            this.least = least;
            this.most = most;
        }

        boolean takes(int arguments) {
            return arguments >= least && arguments <= most;
        }

        boolean ofDays() {
            return this == JOURS || this == MOIS || this == ANNEES;
        }

        boolean ofRows() {
            return this == SOMME || this == NOMBRE;
        }
    }

    /** Reads a formula; one that cannot be read is refused and says where. */
    static Parsed<Formule> parse(String text) {
        return FormuleReader.read(text);
    }

    /** The fields that it reads; of a column, the repetition and its field. */
    default Stream<ChampId> sources() {
        return switch (this) {
            case Constante _ -> Stream.empty();
            case Reponse(var champ) -> Stream.of(champ);
            case Colonne(var bloc, var champ) -> Stream.of(bloc, champ);
            case Operation(_, var left, var right) ->
                    Stream.concat(left.sources(), right.sources());
            case Appel(_, var arguments) -> arguments.stream().flatMap(Formule::sources);
        };
    }
}
