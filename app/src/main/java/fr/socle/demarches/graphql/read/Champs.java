package fr.socle.demarches.graphql.read;

import fr.socle.demarches.definition.Calcul;
import fr.socle.demarches.definition.Calculs;
import fr.socle.demarches.definition.Carte;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.ChoixLies;
import fr.socle.demarches.definition.Civilite;
import fr.socle.demarches.definition.DateHeure;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.DossierLie;
import fr.socle.demarches.definition.Format;
import fr.socle.demarches.definition.Identifiants;
import fr.socle.demarches.definition.Lieu;
import fr.socle.demarches.definition.Numero;
import fr.socle.demarches.definition.Options;
import fr.socle.demarches.definition.Referentiel;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.pieces.PieceId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a dossier, in the types of the contract: one entry for each type of ours. Hidden
 * questions are not among them.
 *
 * @param at when the answers changed last
 * @param files finds documents; those that are gone are missing
 */
record Champs(
        Definition definition,
        Reponses reponses,
        Instant at,
        Function<List<PieceId>, List<FileView>> files) {

    List<Fields> all() {
        return of(definition.champs());
    }

    /** Of these questions those that are shown. */
    List<Fields> of(List<Champ> champs) {
        var shown = Visibility.visible(definition, reponses.valeurs());
        return champs.stream()
                .filter(it -> shown.contains(it.id()))
                .flatMap(it -> Stream.concat(Stream.of(root(it)), joined(it)))
                .toList();
    }

    private Fields root(Champ champ) {
        return common(
                champ,
                TypedId.of("Champ", champ.id()),
                typed(champ, reponses.valeurs().get(champ.id())),
                reponses.provenance(champ.id()).given());
    }

    /** The documents joined to an answer that could not be obtained from where it is known. */
    private Stream<Fields> joined(Champ champ) {
        var pieces = reponses.justificatifs(champ.id());
        if (pieces.isEmpty()) {
            return Stream.empty();
        }
        var id = TypedId.of("Champ", champ.id() + "|justificatifs");
        return Stream.of(common(champ, id, documents(champ, pieces), false));
    }

    private Fields common(Champ champ, String id, Fields typed, boolean given) {
        return typed.with("id", id)
                .with("champDescriptorId", TypedId.of("Champ", champ.id()))
                .with("label", champ.label())
                .with("prefilled", given)
                .with("updatedAt", at);
    }

    private Fields typed(Champ champ, @Nullable Valeur value) {
        return switch (champ.type()) {
            case ChampType.Texte _, ChampType.Email _, ChampType.Telephone _ -> text(champ, value);
            case ChampType.Nombre it -> it.decimal() ? decimal(champ, value) : whole(champ, value);
            case ChampType.Jour _ -> day(champ, value);
            case ChampType.OuiNon _ -> yesNo(champ, value);
            case ChampType.CaseACocher _ -> box(champ, value);
            case ChampType.Choix it -> it.multiple() ? choices(champ, value) : choice(champ, value);
            case ChampType.Adresse _ -> AddressView.champ(champ, value);
            case ChampType.Pieces it ->
                    it.nature() == ChampType.Pieces.Nature.TITRE_IDENTITE
                            ? identityPaper(champ, value)
                            : documents(
                                    champ,
                                    value instanceof Valeur.Pieces(var pieces)
                                            ? pieces
                                            : List.of());
            case ChampType.Repetition _ ->
                    rows(champ, value instanceof Valeur.Lignes(var rows) ? rows : List.of());
            case ChampType.Titre it -> silent("HeaderSection").with("level", it.level());
            case ChampType.Explication _ -> silent("Explication");
            case Calcul _ -> decimal(champ, computed(champ));
            case Carte _ -> ReferenceChamps.map(champ, value);
            case ChoixLies _ -> ReferenceChamps.pair(champ, value);
            case Civilite _ -> ReferenceChamps.civilite(champ, value);
            case DateHeure _ -> ReferenceChamps.moment(champ, value);
            case DossierLie _ -> ReferenceChamps.dossier(champ, value);
            case Format _ -> text(champ, value);
            case Identifiants _, Referentiel _ -> ReferenceChamps.line(champ, value);
            case Lieu it -> ReferenceChamps.place(champ, it, value);
            case Numero it -> ReferenceChamps.number(champ, it, value);
        };
    }

    private @Nullable Valeur computed(Champ champ) {
        return Calculs.result(champ, reponses.valeurs()).orElse(null);
    }

    /** The paper itself does not leave by the contract. */
    private static Fields identityPaper(Champ champ, @Nullable Valeur value) {
        return plain("TitreIdentite", champ, "Text", null, null)
                .with("filled", value instanceof Valeur.Pieces(var pieces) && !pieces.isEmpty())
                .with("grantType", "piece_justificative");
    }

    private static Fields text(Champ champ, @Nullable Valeur value) {
        var text = value instanceof Valeur.Texte(var it) ? it : null;
        return plain("Text", champ, "Text", text, text).with("value", text);
    }

    private static Fields decimal(Champ champ, @Nullable Valeur value) {
        var number = value instanceof Valeur.Nombre(var it) ? it : null;
        var text = number == null ? null : number.toPlainString();
        var approximate = number == null ? null : number.doubleValue();
        return plain("DecimalNumber", champ, "Decimal", approximate, text)
                .with("value", approximate);
    }

    private static Fields whole(Champ champ, @Nullable Valeur value) {
        var number = value instanceof Valeur.Nombre(var it) ? whole(it) : null;
        var text = number == null ? null : number.toString();
        return plain("IntegerNumber", champ, "Integer", number, text).with("value", number);
    }

    private static BigInteger whole(BigDecimal number) {
        return number.toBigInteger();
    }

    private static Fields day(Champ champ, @Nullable Valeur value) {
        var day = value instanceof Valeur.Jour(var it) ? it : null;
        var text = day == null ? null : day.toString();
        return plain("Date", champ, "Date", day, text)
                .with("date", day)
                .with("value", text == null ? null : text + "T00:00:00+00:00");
    }

    private static Fields yesNo(Champ champ, @Nullable Valeur value) {
        var yes = value instanceof Valeur.OuiNon(var it) ? (Boolean) it : null;
        var text = yes == null ? null : yes.toString();
        return plain("YesNo", champ, "Boolean", yes, text).with("value", yes);
    }

    private static Fields box(Champ champ, @Nullable Valeur value) {
        boolean ticked = value instanceof Valeur.OuiNon(var it) && it;
        return plain("Checkbox", champ, "Boolean", ticked, String.valueOf(ticked))
                .with("value", ticked);
    }

    private static Fields choice(Champ champ, @Nullable Valeur value) {
        var chosen = chosen(champ, value);
        var text = chosen.isEmpty() ? null : chosen.getFirst();
        return plain("DropDownList", champ, "Enum", text, text).with("value", text);
    }

    private static Fields choices(Champ champ, @Nullable Valeur value) {
        var chosen = chosen(champ, value);
        var text = chosen.isEmpty() ? null : String.join(", ", chosen);
        return plain("MultipleDropDownList", champ, "Enums", chosen, text).with("values", chosen);
    }

    /** The options as people read them today; an answer of one's own stays as it was typed. */
    private static List<String> chosen(Champ champ, @Nullable Valeur value) {
        if (!(value instanceof Valeur.Choix(var chosen))
                || !(champ.type() instanceof ChampType.Choix list)) {
            return List.of();
        }
        return chosen.stream()
                .map(id -> list.list().find(id).map(Options.Option::label).orElse(id))
                .toList();
    }

    private Fields documents(Champ champ, List<PieceId> pieces) {
        var found = files.apply(pieces);
        var names =
                found.isEmpty()
                        ? null
                        : String.join(", ", found.stream().map(FileView::filename).toList());
        return plain("PieceJustificative", champ, "Attachments", found, names)
                .with("files", found)
                .with("file", found.isEmpty() ? null : found.getFirst());
    }

    private Fields rows(Champ champ, List<Valeur.Ligne> lignes) {
        var rows = lignes.stream().map(it -> row(champ, it)).toList();
        var champs = rows.stream().map(Row::champs).flatMap(List::stream).toList();
        return silent("Repetition").with("rows", rows).with("champs", champs);
    }

    /** One row of a block that is filled several times. */
    public record Row(String id, List<Fields> champs) {}

    private Row row(Champ block, Valeur.Ligne ligne) {
        var shown =
                Visibility.visibleIn(definition, block.id(), reponses.valeurs(), ligne.valeurs());
        var champs = new ArrayList<Fields>();
        for (var champ : Definition.children(block)) {
            if (shown.contains(champ.id())) {
                champs.add(inRow(champ, ligne.id(), ligne.valeurs()));
            }
        }
        return new Row(TypedId.of("Champ", block.id() + "|" + ligne.id()), champs);
    }

    private Fields inRow(Champ champ, UUID row, Map<ChampId, Valeur> values) {
        var id = TypedId.of("Champ", champ.id() + "|" + row);
        return common(champ, id, typed(champ, values.get(champ.id())), false);
    }

    private static Fields silent(String name) {
        return Fields.of(name + "Champ").with("columns", List.of());
    }

    static Fields plain(
            String name,
            Champ champ,
            String column,
            @Nullable Object value,
            @Nullable String text) {
        return Fields.of(name + "Champ")
                .with("stringValue", text)
                .with("columns", Columns.one(champ, column, value, text));
    }
}
