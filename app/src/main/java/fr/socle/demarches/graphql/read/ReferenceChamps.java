package fr.socle.demarches.graphql.read;

import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.Lieu;
import fr.socle.demarches.definition.Numero;
import fr.socle.demarches.definition.Valeur;
import fr.socle.kernel.CodeDepartement;
import fr.socle.kernel.Parsed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers that refer to something else, in the types of the contract: places of the official
 * tables, numbers of registers, moments, pairs, what was drawn on a map. What a register says about
 * a number is not here: it comes through an exchange.
 */
final class ReferenceChamps {

    /** The contract's moments have an offset; ours are those of clocks in metropolitan France. */
    private static final ZoneId HERE = ZoneId.of("Europe/Paris");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReferenceChamps() {}

    static Fields place(Champ champ, Lieu lieu, @Nullable Valeur value) {
        var place = value instanceof Valeur.Reference it ? it : null;
        var line = place == null ? null : place.line();
        var view = place == null ? null : new AddressView.Place(place.code(), place.nom());
        return switch (lieu.echelon()) {
            case COMMUNE ->
                    Champs.plain("Commune", champ, "Text", line, line)
                            .with("commune", place == null ? null : commune(place))
                            .with("departement", departement(place).orElse(null));
            case DEPARTEMENT ->
                    Champs.plain("Departement", champ, "Text", line, line)
                            .with("departement", view);
            case REGION -> Champs.plain("Region", champ, "Text", line, line).with("region", view);
            case PAYS -> Champs.plain("Pays", champ, "Text", line, line).with("pays", view);
            case EPCI ->
                    Champs.plain("Epci", champ, "Text", line, line)
                            .with("epci", view)
                            .with("departement", departement(place).orElse(null));
        };
    }

    static Fields number(Champ champ, Numero numero, @Nullable Valeur value) {
        var text = value instanceof Valeur.Texte(var it) ? it : null;
        return switch (numero.registre()) {
            case IBAN -> Champs.plain("Text", champ, "Text", text, text).with("value", text);
            case SIRET -> Champs.plain("Siret", champ, "Text", text, text);
            case RNA -> Champs.plain("RNA", champ, "Text", text, text);
            case RNF ->
                    Champs.plain("RNF", champ, "Text", text, text)
                            .with("rnf", text == null ? null : Fields.of("RNF").with("id", text));
            case ENGAGEMENT_JURIDIQUE ->
                    Champs.plain("EngagementJuridique", champ, "Text", text, text);
        };
    }

    static Fields dossier(Champ champ, @Nullable Valeur value) {
        var text = value instanceof Valeur.Texte(var it) ? it : null;
        return Champs.plain("DossierLink", champ, "Text", text, text);
    }

    static Fields moment(Champ champ, @Nullable Valeur value) {
        var at =
                value instanceof Valeur.Moment(var it)
                        ? it.atZone(HERE)
                                .toOffsetDateTime()
                                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                        : null;
        return Champs.plain("Datetime", champ, "DateTime", at, at).with("datetime", at);
    }

    static Fields pair(Champ champ, @Nullable Valeur value) {
        var pair = value instanceof Valeur.Paire it ? it : null;
        var line = pair == null ? null : pair.line();
        return Champs.plain("LinkedDropDownList", champ, "Text", line, line)
                .with("primaryValue", pair == null ? null : pair.primary())
                .with(
                        "secondaryValue",
                        pair == null || pair.secondary().isEmpty() ? null : pair.secondary());
    }

    /** {@code Madame} and {@code Monsieur} are {@code Mme} and {@code M} in the contract. */
    static Fields civilite(Champ champ, @Nullable Valeur value) {
        var word =
                value instanceof Valeur.Choix(var chosen) && !chosen.isEmpty()
                        ? chosen.getFirst().equals("Madame") ? "Mme" : "M"
                        : null;
        return Champs.plain("Civilite", champ, "Enum", word, word).with("value", word);
    }

    static Fields map(Champ champ, @Nullable Valeur value) {
        var trace = value instanceof Valeur.Trace it ? it : new Valeur.Trace(List.of());
        var areas = new ArrayList<Fields>();
        for (var objet : trace.objets()) {
            areas.add(area(champ, areas.size(), objet));
        }
        var line = areas.isEmpty() ? null : trace.line();
        return Champs.plain("Carte", champ, "Text", line, line).with("geoAreas", areas);
    }

    /** What reads as one line and has no type of its own in the contract. */
    static Fields line(Champ champ, @Nullable Valeur value) {
        var line = value instanceof Valeur.Composee it ? it.line() : null;
        return Champs.plain("Text", champ, "Text", line, line).with("value", line);
    }

    private static Fields area(Champ champ, int rank, Valeur.Objet objet) {
        var geometry = JSON.readTree(objet.geometry());
        return Fields.of("SelectionUtilisateur")
                .with("id", TypedId.of("GeoArea", champ.id() + "|" + rank))
                .with("source", "selection_utilisateur")
                .with("description", objet.label().isEmpty() ? null : objet.label())
                .with(
                        "geometry",
                        Fields.of("GeoJSON")
                                .with("type", objet.kind())
                                .with("coordinates", plain(geometry.path("coordinates"))));
    }

    private static Object plain(JsonNode coordinates) {
        return JSON.convertValue(coordinates, List.class);
    }

    private static AddressView.CommuneView commune(Valeur.Reference place) {
        return new AddressView.CommuneView(place.code(), place.nom(), null);
    }

    private static Optional<AddressView.Place> departement(Valeur.@Nullable Reference place) {
        var code = place == null ? null : place.details().get("departement");
        return code != null
                        && CodeDepartement.parse(code)
                                instanceof Parsed.Valid<CodeDepartement>(var it)
                ? Optional.of(AddressView.place(it))
                : Optional.empty();
    }
}
