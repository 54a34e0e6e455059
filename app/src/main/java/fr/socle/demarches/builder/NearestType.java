package fr.socle.demarches.builder;

import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Types;
import fr.socle.kernel.CodeCog;
import fr.socle.kernel.Cog;
import fr.socle.pieces.Family;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a type of demarches-simplifiees becomes here.
 *
 * @param remark what its builder should know; null when nothing was lost
 */
record NearestType(ChampType type, @Nullable String remark) {

    private static final List<String> CIVILITES = List.of("Madame", "Monsieur");
    private static final int SIRET_WITH_SPACES = 20;
    private static final int MOST_TITLE = 3;

    /**
     * @param name its type's name, without {@code ChampDescriptor}
     */
    static NearestType of(String name, JsonNode descriptor) {
        return switch (name) {
            case "Text" -> same(text());
            case "Textarea" -> same(new ChampType.Texte(Types.LONG_TEXT, true));
            case "DecimalNumber", "Number" -> same(new ChampType.Nombre(true, null, null, ""));
            case "IntegerNumber" -> same(new ChampType.Nombre(false, null, null, ""));
            case "Date" -> same(new ChampType.Jour(null, null));
            case "Datetime" -> other(new ChampType.Jour(null, null), "datetime");
            case "YesNo" -> same(new ChampType.OuiNon());
            case "Checkbox" -> same(new ChampType.CaseACocher());
            case "Email" -> same(new ChampType.Email());
            case "Phone" -> same(new ChampType.Telephone());
            case "Address" -> same(new ChampType.Adresse());
            case "Explication" -> same(new ChampType.Explication());
            case "HeaderSection" -> same(title(descriptor));
            case "PieceJustificative" -> same(pieces(Family.values()));
            case "TitreIdentite" -> other(pieces(Family.PDF, Family.IMAGES), "identity-paper");
            case "DropDownList" -> same(list(descriptor, false));
            case "MultipleDropDownList" -> same(list(descriptor, true));
            default -> lists(name, descriptor);
        };
    }

    private static NearestType lists(String name, JsonNode descriptor) {
        return switch (name) {
            case "LinkedDropDownList" -> other(linked(descriptor), "linked");
            case "Civilite" -> same(new ChampType.Choix(CIVILITES, false, false));
            case "Pays" -> other(names(Cog.pays()), "official-list");
            case "Departement" -> other(names(Cog.departements()), "official-list");
            case "Region" -> other(names(Cog.regions()), "official-list");
            default -> texts(name);
        };
    }

    private static NearestType texts(String name) {
        return switch (name) {
            case "Siret" ->
                    other(new ChampType.Texte(SIRET_WITH_SPACES, false), "number-unchecked");
            case "Iban", "RNA", "RNF", "EngagementJuridique" -> other(text(), "number-unchecked");
            case "Commune", "Epci", "AnnuaireEducation" -> other(text(), "place-unchecked");
            case "ExpressionReguliere", "Formatted" -> other(text(), "format-unchecked");
            case "Carte" -> other(pieces(Family.PDF, Family.IMAGES), "map");
            case "DossierLink" -> other(text(), "dossier-link");
            case "Cnaf", "Dgfip", "PoleEmploi", "Mesri" ->
                    other(pieces(Family.PDF, Family.IMAGES), "data");
            case "Repetition" -> other(new ChampType.Explication(), "nested-block");
            default -> other(text(), "unknown");
        };
    }

    private static NearestType same(ChampType type) {
        return new NearestType(type, null);
    }

    private static NearestType other(ChampType type, String remark) {
        return new NearestType(type, remark);
    }

    private static ChampType text() {
        return new ChampType.Texte(Types.SHORT_TEXT, false);
    }

    private static ChampType pieces(Family... families) {
        return new ChampType.Pieces(Set.of(families), Types.FILE);
    }

    private static ChampType title(JsonNode descriptor) {
        return new ChampType.Titre(Math.clamp(descriptor.path("level").asInt(1), 1, MOST_TITLE));
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

    /**
     * « --Bretagne-- », « Rennes », « Brest » become « Bretagne – Rennes », « Bretagne – Brest ».
     */
    private static ChampType linked(JsonNode descriptor) {
        var options = new ArrayList<String>();
        var head = "";
        for (var line : ImportedText.lines(descriptor, "options")) {
            if (line.startsWith("--") && line.endsWith("--") && line.length() > 4) {
                head = line.substring(2, line.length() - 2).strip();
            } else if (!line.isEmpty()) {
                options.add(head.isEmpty() ? line : head + " – " + line);
            }
        }
        return new ChampType.Choix(options.stream().distinct().toList(), false, false);
    }

    private static ChampType names(Collection<? extends CodeCog> codes) {
        var names = codes.stream().map(CodeCog::nom).distinct().toList();
        return new ChampType.Choix(names, false, false);
    }
}
