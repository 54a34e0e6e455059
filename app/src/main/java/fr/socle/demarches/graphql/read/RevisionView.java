package fr.socle.demarches.graphql.read;

import fr.socle.demarches.definition.Definition;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a procedure.
 *
 * @param dateCreation when it was published; of a draft, when the procedure changed last
 */
public record RevisionView(
        String id,
        Instant dateCreation,
        @Nullable Instant datePublication,
        Supplier<Definition> definition) {

    static final String KIND = "ProcedureRevision";

    public List<Fields> champDescriptors() {
        return ChampDescriptors.of(definition.get().champs());
    }

    public List<Fields> annotationDescriptors() {
        return ChampDescriptors.of(definition.get().annotations());
    }
}
