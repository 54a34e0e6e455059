package fr.socle.demarches.web.builder;

import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import org.jspecify.annotations.Nullable;

/**
 * Where a new field goes.
 *
 * @param anchor after which field, or in which repetition; null: at the end of the form
 * @param inside whether it goes at the end of that repetition
 */
public record Place(@Nullable ChampId anchor, boolean inside, boolean present) {

    /** Of a field that is there already. */
    static final Place PRESENT = new Place(null, false, true);

    /** What names no field of the draft is the end of the form. */
    static Place of(Definition draft, String after, String block) {
        var container =
                ChampId.of(block)
                        .flatMap(draft::find)
                        .filter(it -> it.type() instanceof ChampType.Repetition);
        if (container.isPresent()) {
            return new Place(container.get().id(), true, false);
        }
        var neighbour = ChampId.of(after).flatMap(draft::find);
        return new Place(neighbour.map(it -> it.id()).orElse(null), false, false);
    }

    /** The same place, for the query of an address. */
    public String query() {
        return anchor == null ? "" : (inside ? "&bloc=" : "&apres=") + anchor;
    }

    /** Whether the field stands in a repetition: no repetition fits there. */
    public boolean inBlock(Definition draft) {
        return anchor != null && (inside || draft.parent(anchor).isPresent());
    }
}
