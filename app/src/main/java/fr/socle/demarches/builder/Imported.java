package fr.socle.demarches.builder;

import fr.socle.demarches.definition.Definition;
import java.util.List;

/**
 * A procedure read from a file.
 *
 * @param remarks what became something else on the way, in the order of the fields
 */
public record Imported(Facts facts, Definition definition, List<Remark> remarks) {

    public Imported {
        remarks = List.copyOf(remarks);
    }

    /**
     * @param label of the field
     * @param type its type in the file, as demarches-simplifiees names it
     * @param key of the message that says what was made of it: {@code demarches.import.<key>}
     */
    public record Remark(String label, String type, String key) {}
}
