package fr.socle.demarches.prefill;

import fr.socle.demarches.definition.Carte;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Identifiants;
import fr.socle.demarches.definition.Saisie;
import fr.socle.demarches.definition.Typed;
import fr.socle.demarches.definition.Valeur;
import fr.socle.kernel.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Reads proposed answers under the names of the contract of demarches-simplifiees: {@code
 * champ_<id>}, where the id is the field's in the API (base64 of {@code Champ-<field>}) or ours. A
 * value that the field would refuse from a person is dropped. So is anything for a field that the
 * federation or an administration answers, and for documents, maps and identifiers of persons.
 */
final class PrefillReader {

    static final String PREFIX = "champ_";

    private static final int MOST_ROWS = 50;

    private final Map<ChampId, JsonNode> given = new LinkedHashMap<>();
    private int members;

    private PrefillReader(JsonNode body) {
        for (var member : body.properties()) {
            if (member.getKey().startsWith(PREFIX)) {
                members++;
                id(member.getKey()).ifPresent(it -> given.put(it, member.getValue()));
            }
        }
    }

    /**
     * @param body an object whose other members are not looked at
     */
    static Prefilled read(Definition definition, JsonNode body) {
        var reader = new PrefillReader(body);
        var valeurs = reader.read(definition.champs());
        return new Prefilled(valeurs, reader.members - valeurs.size());
    }

    private Map<ChampId, Valeur> read(List<Champ> champs) {
        var valeurs = new LinkedHashMap<ChampId, Valeur>();
        for (var champ : champs) {
            var node = given.get(champ.id());
            if (node != null) {
                read(champ, node).ifPresent(it -> valeurs.put(champ.id(), it));
            }
        }
        return valeurs;
    }

    private static Optional<Valeur> read(Champ champ, JsonNode node) {
        if (champ.type() instanceof ChampType.Repetition block) {
            return rows(block, node);
        }
        if (!takes(champ)) {
            return Optional.empty();
        }
        return typed(champ.type(), node)
                .flatMap(
                        it ->
                                switch (Saisie.read(champ, it)) {
                                    case Parsed.Valid<Optional<Valeur>>(var value) -> value;
                                    case Parsed.Invalid<Optional<Valeur>> _ -> Optional.empty();
                                });
    }

    private static Optional<Valeur> rows(ChampType.Repetition block, JsonNode node) {
        var rows = new ArrayList<Valeur.Ligne>();
        for (var row : node.isArray() ? node : List.<JsonNode>of()) {
            var valeurs =
                    row.isObject()
                            ? new PrefillReader(row).read(block.champs())
                            : Map.<ChampId, Valeur>of();
            if (!valeurs.isEmpty()) {
                rows.add(new Valeur.Ligne(UUID.randomUUID(), valeurs));
            }
        }
        return rows.isEmpty() || rows.size() > Math.min(MOST_ROWS, block.max())
                ? Optional.empty()
                : Optional.of(new Valeur.Lignes(rows));
    }

    private static boolean takes(Champ champ) {
        return champ.type().asks()
                && champ.source() == null
                && !(champ.type() instanceof ChampType.Pieces)
                && !(champ.type() instanceof Carte)
                && !(champ.type() instanceof Identifiants);
    }

    /** Several values are for a list where several may be chosen; parts are an object. */
    private static Optional<Typed> typed(ChampType type, JsonNode node) {
        if (node.isObject()) {
            var parts = new HashMap<String, List<String>>();
            for (var member : node.properties()) {
                text(member.getValue()).ifPresent(it -> parts.put(member.getKey(), List.of(it)));
            }
            return Optional.of(new Typed(parts));
        }
        if (node.isArray()) {
            var texts = new ArrayList<String>();
            node.forEach(it -> text(it).ifPresent(texts::add));
            return type instanceof ChampType.Choix choix && choix.multiple()
                    ? Optional.of(Typed.of(texts.toArray(String[]::new)))
                    : Optional.empty();
        }
        return text(node).filter(it -> agreed(type, it)).map(Typed::of);
    }

    /** A box is ticked or absent: there is no answer « non ». */
    private static boolean agreed(ChampType type, String text) {
        return !(type instanceof ChampType.CaseACocher)
                || text.equals("true")
                || text.equals("oui");
    }

    private static Optional<String> text(JsonNode node) {
        if (node.isString()) {
            return Optional.of(node.asString());
        }
        if (node.isIntegralNumber()) {
            return Optional.of(node.bigIntegerValue().toString());
        }
        if (node.isNumber()) {
            // 1e999 is no number of a form
            return Double.isFinite(node.doubleValue())
                    ? Optional.of(node.decimalValue().toPlainString())
                    : Optional.empty();
        }
        return node.isBoolean() ? Optional.of(String.valueOf(node.asBoolean())) : Optional.empty();
    }

    private static Optional<ChampId> id(String name) {
        var text = name.substring(PREFIX.length());
        var own = ChampId.of(text);
        return own.isPresent() ? own : ofContract(text);
    }

    /** As the API writes it, in either alphabet of base64 (RFC 4648). */
    private static Optional<ChampId> ofContract(String text) {
        try {
            var bytes =
                    Base64.getUrlDecoder()
                            .decode(text.replace('+', '-').replace('/', '_').replace("=", ""));
            var plain = new String(bytes, StandardCharsets.UTF_8);
            return plain.startsWith("Champ-")
                    ? ChampId.of(plain.substring("Champ-".length()))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
