package fr.socle.demarches.depot;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Kinds;
import fr.socle.kernel.Refusal;
import java.util.UUID;

/**
 * The names under which a form sends its fields: {@code c.<field>}, in a row {@code
 * c.<repetition>.<row>.<field>}; a file comes under {@code f} instead of {@code c}, the documents
 * joined to a field that could not be obtained under {@code j} and {@code fj}.
 */
public final class FieldNames {

    private static final String ANSWER = "c.";
    private static final String FILE = "f";
    private static final String JOINED = "j.";

    private FieldNames() {}

    public static String of(ChampId champ) {
        return ANSWER + champ;
    }

    public static String inRow(ChampId repetition, UUID row, ChampId champ) {
        return ANSWER + repetition + "." + row + "." + champ;
    }

    /** Lists the rows of a repetition, one value for each. */
    public static String rows(ChampId repetition) {
        return ANSWER + repetition + ".ligne";
    }

    /** The file input beside a field that lists documents. */
    public static String file(String name) {
        return name.startsWith(JOINED) ? FILE + name : FILE + name.substring(ANSWER.length() - 1);
    }

    /** The field for whose documents this file input stands; empty for any other name. */
    public static String ofFile(String file) {
        if (file.startsWith(FILE + JOINED)) {
            return file.substring(FILE.length());
        }
        return file.startsWith(FILE + ".") ? ANSWER + file.substring(FILE.length() + 1) : "";
    }

    public static String joined(ChampId champ) {
        return JOINED + champ;
    }

    /** The input to which this error about the field leads. */
    public static String input(Champ champ, String name, Refusal refusal) {
        return switch (champ.type()) {
            case ChampType.Pieces _ -> file(name);
            case ChampType.Repetition _ -> rows(champ.id());
            default -> {
                var part = Kinds.of(champ.type()).part(refusal);
                yield part.isEmpty() ? name : name + "." + part;
            }
        };
    }
}
