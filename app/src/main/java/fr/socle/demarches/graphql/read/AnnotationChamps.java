package fr.socle.demarches.graphql.read;

import fr.socle.demarches.annotation.Noted;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.pieces.PieceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What agents noted, in the types of the contract. */
final class AnnotationChamps {

    private AnnotationChamps() {}

    /** An annotation may be shown by what the usager answered: both are looked at together. */
    static List<Fields> of(
            Definition definition,
            Reponses usager,
            Noted noted,
            Function<List<PieceId>, List<FileView>> files) {
        var annotations = definition.annotations();
        var whole =
                definition.withChamps(
                        Stream.concat(definition.champs().stream(), annotations.stream()).toList());
        var values = new HashMap<>(usager.valeurs());
        values.putAll(noted.valeurs());
        var all = new Reponses(values, Map.of(), Map.of());
        return new Champs(whole, all, noted.changedAt(), files).of(annotations);
    }
}
