package fr.socle.demarches.graphql.read;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import java.util.List;

/** The questions of a revision, in the types of the contract: one entry for each type of ours. */
final class ChampDescriptors {

    private ChampDescriptors() {}

    static List<Fields> of(List<Champ> champs) {
        return champs.stream().map(ChampDescriptors::of).toList();
    }

    static Fields of(Champ champ) {
        return typed(champ.type())
                .with("id", TypedId.of("Champ", champ.id()))
                .with("label", champ.label())
                .with("description", champ.help())
                .with("required", champ.mandatory());
    }

    private static Fields typed(ChampType type) {
        return switch (type) {
            case ChampType.Texte it ->
                    it.multiline() ? named("Textarea", "textarea") : named("Text", "text");
            case ChampType.Nombre it ->
                    it.decimal()
                            ? named("DecimalNumber", "decimal_number")
                            : named("IntegerNumber", "integer_number");
            case ChampType.Jour _ -> named("Date", "date");
            case ChampType.OuiNon _ -> named("YesNo", "yes_no");
            case ChampType.CaseACocher _ -> named("Checkbox", "checkbox");
            case ChampType.Choix it ->
                    it.multiple()
                            ? named("MultipleDropDownList", "multiple_drop_down_list")
                                    .with("options", it.options())
                            : named("DropDownList", "drop_down_list")
                                    .with("options", it.options())
                                    .with("otherOption", it.other());
            case ChampType.Adresse _ -> named("Address", "address");
            case ChampType.Email _ -> named("Email", "email");
            case ChampType.Telephone _ -> named("Phone", "phone");
            case ChampType.Pieces _ -> named("PieceJustificative", "piece_justificative");
            case ChampType.Repetition it ->
                    named("Repetition", "repetition").with("champDescriptors", of(it.champs()));
            case ChampType.Titre it ->
                    named("HeaderSection", "header_section").with("level", it.level());
            case ChampType.Explication _ ->
                    named("Explication", "explication")
                            .with("collapsibleExplanationEnabled", false);
        };
    }

    private static Fields named(String name, String code) {
        return Fields.of(name + "ChampDescriptor").with("type", code);
    }
}
