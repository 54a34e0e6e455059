package fr.socle.demarches.builder;

import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.ChoixLies;
import fr.socle.demarches.definition.Format;
import fr.socle.demarches.definition.Types;
import fr.socle.pieces.Family;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a type of demarches-simplifiees is here: each has its own.
 *
 * @param remark what its builder should know, because the file does not say it; null for nothing
 */
record ForeignType(ChampType type, @Nullable String remark) {

    private static final int MOST_TITLE = 3;

    /**
     * The types without settings in the file, by the name that stands before « ChampDescriptor ».
     */
    private static final Map<String, String> SAME =
            Map.ofEntries(
                    Map.entry("Text", "texte"),
                    Map.entry("PreRempli", "texte"),
                    Map.entry("Textarea", "texte-long"),
                    Map.entry("IntegerNumber", "nombre"),
                    Map.entry("Date", "date"),
                    Map.entry("Datetime", "date-heure"),
                    Map.entry("YesNo", "oui-non"),
                    Map.entry("Checkbox", "case"),
                    Map.entry("Civilite", "civilite"),
                    Map.entry("Email", "email"),
                    Map.entry("Phone", "telephone"),
                    Map.entry("Address", "adresse"),
                    Map.entry("Commune", "commune"),
                    Map.entry("Departement", "departement"),
                    Map.entry("Region", "region"),
                    Map.entry("Pays", "pays"),
                    Map.entry("Epci", "epci"),
                    Map.entry("Iban", "iban"),
                    Map.entry("Siret", "siret"),
                    Map.entry("RNA", "rna"),
                    Map.entry("RNF", "rnf"),
                    Map.entry("EngagementJuridique", "engagement-juridique"),
                    Map.entry("AnnuaireEducation", "annuaire-education"),
                    Map.entry("DossierLink", "dossier-lie"),
                    Map.entry("Carte", "carte"),
                    Map.entry("TitreIdentite", "titre-identite"),
                    Map.entry("Cnaf", "cnaf"),
                    Map.entry("Dgfip", "dgfip"),
                    Map.entry("PoleEmploi", "france-travail"),
                    Map.entry("Mesri", "mesri"),
                    Map.entry("COJO", "cojo"));

    /**
     * @param name its type's name, without {@code ChampDescriptor}
     */
    static ForeignType of(String name, JsonNode descriptor) {
        return switch (name) {
            case "DecimalNumber", "Number" -> same(new ChampType.Nombre(true, null, null, ""));
            case "HeaderSection" -> same(title(descriptor));
            case "Explication" -> same(note(descriptor));
            case "PieceJustificative" ->
                    same(new ChampType.Pieces(Set.of(Family.values()), Types.FILE));
            case "DropDownList" -> same(list(descriptor, false));
            case "MultipleDropDownList" -> same(list(descriptor, true));
            case "LinkedDropDownList" ->
                    same(ChoixLies.parse(ImportedText.lines(descriptor, "options")));
            case "ExpressionReguliere", "Formatted" ->
                    new ForeignType(
                            new Format(true, true, true, 0, Types.SHORT_TEXT, "", "", ""),
                            "format");
            case "Referentiel" -> new ForeignType(usual("referentiel"), "referentiel");
            case "Repetition" -> new ForeignType(usual("explication"), "nested-block");
            default ->
                    SAME.containsKey(name)
                            ? same(usual(SAME.getOrDefault(name, "texte")))
                            : new ForeignType(usual("texte"), "unknown");
        };
    }

    private static ChampType usual(String code) {
        return Types.usual(code).orElseThrow();
    }

    private static ForeignType same(ChampType type) {
        return new ForeignType(type, null);
    }

    private static ChampType title(JsonNode descriptor) {
        return new ChampType.Titre(Math.clamp(descriptor.path("level").asInt(1), 1, MOST_TITLE));
    }

    private static ChampType note(JsonNode descriptor) {
        return new ChampType.Explication(
                descriptor.path("collapsibleExplanationEnabled").asBoolean(false)
                        ? ImportedText.text(descriptor, "collapsibleExplanationText", 10_000)
                        : "");
    }

    /** Blank and repeated lines say nothing, and there are some in published procedures. */
    private static ChampType list(JsonNode descriptor, boolean multiple) {
        var options =
                ImportedText.lines(descriptor, "options").stream()
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
        var other = descriptor.path("otherOption").asBoolean(false);
        return new ChampType.Choix(options, multiple, other);
    }
}
