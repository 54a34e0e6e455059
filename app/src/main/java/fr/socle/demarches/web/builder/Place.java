package fr.socle.demarches.web.builder;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Edits;
import org.jspecify.annotations.Nullable;

/**
 * Where a new field goes.
 *
 * @param anchor after which field, or in which repetition; null: at the end of the form
 * @param inside whether it goes at the end of that repetition
 * @param annotation whether it is one that the administration fills for itself
 */
public record Place(@Nullable ChampId anchor, boolean inside, boolean present, boolean annotation) {

    /** Of a field that is there already. */
    static final Place PRESENT = new Place(null, false, true, false);

    /** What names no field of the draft is the end of the form. */
    static Place of(Definition draft, String after, String block, String annotation) {
        var container =
                ChampId.of(block)
                        .flatMap(draft::find)
                        .filter(it -> it.type() instanceof ChampType.Repetition);
        if (container.isPresent()) {
            return new Place(
                    container.get().id(), true, false, draft.isAnnotation(container.get().id()));
        }
        var neighbour = ChampId.of(after).flatMap(draft::find);
        boolean apart =
                neighbour.map(it -> draft.isAnnotation(it.id())).orElse(annotation.equals("oui"));
        return new Place(neighbour.map(it -> it.id()).orElse(null), false, false, apart);
    }

    /** The same place, for the query of an address. */
    public String query() {
        if (anchor == null) {
            return annotation ? "&annotation=oui" : "";
        }
        return (inside ? "&bloc=" : "&apres=") + anchor;
    }

    /** The draft with a field put there. */
    Definition insert(Definition draft, Champ added) {
        return anchor == null && annotation
                ? Edits.annotate(draft, added)
                : Edits.insert(draft, added, anchor, inside);
    }

    /** Whether the field stands in a repetition: no repetition fits there. */
    public boolean inBlock(Definition draft) {
        return anchor != null && (inside || draft.parent(anchor).isPresent());
    }
}
