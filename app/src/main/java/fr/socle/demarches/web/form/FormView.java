package fr.socle.demarches.web.form;

import fr.socle.demarches.definition.Calcul;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Source;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import fr.socle.demarches.depot.FieldNames;
import fr.socle.demarches.dossier.Provenance;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.PieceState;
import fr.socle.pieces.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which fields a form shows, given the answers so far. */
public final class FormView {

    private final Definition definition;
    private final Reponses reponses;
    private final Map<PieceId, Piece> joined;
    private final Map<ChampId, Valeur> seen;

    private FormView(Definition definition, Reponses reponses, Map<PieceId, Piece> joined) {
        this.definition = definition;
        this.reponses = reponses;
        this.joined = joined;
        this.seen = Visibility.counting(definition, reponses.valeurs());
    }

    /**
     * @param joined the documents of the dossier
     */
    public static List<Element> of(
            Definition definition, Reponses reponses, Map<PieceId, Piece> joined) {
        return new FormView(definition, reponses, joined).elements();
    }

    /** Whether what is shown depends on what is answered. */
    public static boolean conditional(Definition definition) {
        return definition
                .all()
                .anyMatch(
                        it ->
                                it.condition() != null
                                        || it.obligation() != null
                                        || it.type() instanceof Calcul);
    }

    private List<Element> elements() {
        var visible = Visibility.visible(definition, reponses.valeurs());
        return definition.champs().stream()
                .filter(it -> visible.contains(it.id()))
                .map(it -> root(Visibility.settled(it, seen)))
                .toList();
    }

    private Element root(Champ champ) {
        var name = FieldNames.of(champ.id());
        var value = reponses.valeur(champ.id());
        var provenance = reponses.provenance(champ.id());
        if (champ.type() instanceof ChampType.Repetition block) {
            return rows(champ, block, value);
        }
        if (provenance.given() && value.isPresent()) {
            var declinable = provenance instanceof Provenance.Exchange;
            return new Element.Known(champ, name, value.get(), provenance, declinable);
        }
        return champ.source() instanceof Source.Echange
                ? new Element.Question(champ, name, files(value), false, substitute(champ.id()))
                : plain(champ, name, value, seen, prefilled(champ));
    }

    /**
     * @param around the answers that count, those of its own row among them
     */
    private Element plain(
            Champ champ,
            String name,
            Optional<Valeur> value,
            Map<ChampId, Valeur> around,
            boolean prefilled) {
        return switch (champ.type()) {
            case ChampType.Titre(var level) ->
                    new Element.Heading(champ.label(), champ.help(), level);
            case ChampType.Explication(var more) ->
                    new Element.Note(champ.label(), champ.help(), more);
            case Calcul _ -> new Element.Computed(champ, name, around.get(champ.id()));
            default -> new Element.Question(champ, name, files(value), prefilled, null);
        };
    }

    private boolean prefilled(Champ champ) {
        return reponses.provenance(champ.id()) instanceof Provenance.Preremplie;
    }

    private Element.Substitute substitute(ChampId champ) {
        var why = reponses.provenance(champ) instanceof Provenance.NotObtained it ? it : null;
        return new Element.Substitute(
                why,
                FieldNames.joined(champ),
                reponses.justificatifs(champ).stream().flatMap(this::file).toList());
    }

    private Element rows(Champ champ, ChampType.Repetition block, Optional<Valeur> value) {
        var lines =
                value.orElse(null) instanceof Valeur.Lignes(var lignes)
                        ? lignes
                        : List.<Valeur.Ligne>of();
        var rows = new ArrayList<Element.Row>();
        for (var line : lines) {
            rows.add(new Element.Row(rows.size() + 1, line.id(), row(champ, line)));
        }
        return new Element.Rows(
                champ,
                FieldNames.rows(champ.id()),
                rows,
                rows.size() < block.max(),
                prefilled(champ));
    }

    private List<Element> row(Champ repetition, Valeur.Ligne line) {
        var visible =
                Visibility.visibleIn(
                        definition, repetition.id(), reponses.valeurs(), line.valeurs());
        var around =
                Visibility.countingIn(
                        definition, repetition.id(), reponses.valeurs(), line.valeurs());
        return Definition.children(repetition).stream()
                .filter(it -> visible.contains(it.id()))
                .map(
                        it ->
                                plain(
                                        Visibility.settled(it, around),
                                        FieldNames.inRow(repetition.id(), line.id(), it.id()),
                                        Optional.ofNullable(line.valeurs().get(it.id())),
                                        around,
                                        false))
                .toList();
    }

    private List<Element.JoinedFile> files(Optional<Valeur> value) {
        return value.orElse(null) instanceof Valeur.Pieces(var pieces)
                ? pieces.stream().flatMap(this::file).toList()
                : List.of();
    }

    private Stream<Element.JoinedFile> file(PieceId id) {
        return Optional.ofNullable(joined.get(id)).stream()
                .map(
                        it ->
                                new Element.JoinedFile(
                                        id.toString(),
                                        it.name(),
                                        Sizes.megabytes(it.size()),
                                        it.state() instanceof PieceState.Lisible));
    }
}
