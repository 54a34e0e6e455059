package fr.socle.demarches.web.form;

import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.depot.FieldNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/** Which button of the form was pressed; anything else keeps the draft. */
public sealed interface Action {

    /** The name under which buttons send themselves. */
    String NAME = "action";

    /** On to reading again, when nothing is missing. */
    record Continue() implements Action {}

    /** Keep what is there and come back later. */
    record Keep() implements Action {}

    /** Keep, and show what the answers so far ask besides. */
    record Refresh() implements Action {}

    record AddRow(ChampId repetition) implements Action {}

    record RemoveRow(ChampId repetition, UUID row) implements Action {}

    /**
     * @param field that lists the document
     */
    record RemovePiece(String field, String piece) implements Action {}

    /** The usager would rather answer themself. */
    record Decline(ChampId champ) implements Action {}

    /** Ask the administration, again or after all. */
    record Ask(ChampId champ) implements Action {}

    static Action read(String value) {
        var parts = value.split(":", 3);
        var first = parts.length > 1 ? ChampId.of(parts[1]) : Optional.<ChampId>empty();
        return switch (parts[0]) {
            case "continuer" -> new Continue();
            case "actualiser" -> new Refresh();
            case "ajouter" -> first.<Action>map(AddRow::new).orElseGet(Keep::new);
            case "retirer" -> first.flatMap(it -> row(it, parts)).orElseGet(Keep::new);
            case "enlever" -> parts.length == 3 ? new RemovePiece(parts[1], parts[2]) : new Keep();
            case "decliner" -> first.<Action>map(Decline::new).orElseGet(Keep::new);
            case "demander" -> first.<Action>map(Ask::new).orElseGet(Keep::new);
            default -> new Keep();
        };
    }

    /** Does to the form what the button says, before it is read. */
    default void apply(MultiValueMap<String, String> sent) {
        switch (this) {
            case AddRow(var repetition) ->
                    sent.add(FieldNames.rows(repetition), UUID.randomUUID().toString());
            case RemoveRow(var repetition, var row) ->
                    without(sent, FieldNames.rows(repetition), row.toString());
            case RemovePiece(var field, var piece) -> without(sent, field, piece);
            case Continue _, Keep _, Refresh _, Decline _, Ask _ -> {}
        }
    }

    private static Optional<Action> row(ChampId repetition, String[] parts) {
        try {
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new RemoveRow(repetition, UUID.fromString(parts[2])));
        } catch (IllegalArgumentException notARow) {
            return Optional.empty();
        }
    }

    private static void without(MultiValueMap<String, String> sent, String name, String value) {
        var kept = new ArrayList<>(sent.getOrDefault(name, List.of()));
        kept.remove(value);
        if (kept.isEmpty()) {
            kept.add("");
        }
        sent.put(name, kept);
    }
}
