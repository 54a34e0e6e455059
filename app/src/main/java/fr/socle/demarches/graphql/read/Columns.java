package fr.socle.demarches.graphql.read;

import fr.socle.demarches.definition.Champ;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns in which an answer is shown in a table. */
final class Columns {

    private Columns() {}

    /**
     * The only column of an answer.
     *
     * @param type as in {@code Text}
     * @param text the same as one line
     */
    static List<Fields> one(
            Champ champ, String type, @Nullable Object value, @Nullable String text) {
        return List.of(
                column(champ, "value", champ.label(), type)
                        .with("value", value)
                        .with("stringValue", text));
    }

    /** One of several. */
    static Fields text(Champ champ, String path, String label, @Nullable String value) {
        return column(champ, path, champ.label() + " – " + label, "Text")
                .with("value", value)
                .with("stringValue", value);
    }

    private static Fields column(Champ champ, String path, String label, String type) {
        return Fields.of(type + "Column")
                .with("id", TypedId.of("Column", champ.id() + "/" + path))
                .with("label", label);
    }
}
