package fr.socle.demarches.web.answers;

import fr.socle.demarches.definition.Calcul;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampType;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import fr.socle.demarches.dossier.Provenance;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceId;
import fr.socle.pieces.PieceState;
import fr.socle.pieces.Sizes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said, part by part, as far as it counts: hidden fields are left out. */
public record Answers(List<Part> parts) {

    /**
     * @param title of the part; empty for what stands before the first title
     */
    public record Part(String title, List<Line> lines) {}

    /**
     * One answer.
     *
     * @param value null when nothing was answered
     * @param files documents: the answer itself, or joined to it
     * @param rows of a repetition
     */
    public record Line(
            Champ champ,
            @Nullable Valeur value,
            Provenance provenance,
            List<JoinedPiece> files,
            List<List<Line>> rows) {

        public String label() {
            return champ.label();
        }

        /** The value as a line, with its unit; empty when it is not one. */
        public String line(String yes, String no) {
            return value == null || !plain() ? "" : Lines.of(champ, value, yes, no);
        }

        /** Whether the value is shown as a line of text. */
        public boolean plain() {
            return value != null
                    && !(value instanceof Valeur.Pieces)
                    && !(value instanceof Valeur.Lignes);
        }
    }

    /** A document, with whether it may be opened now. */
    public record JoinedPiece(String id, String name, BigDecimal megabytes, boolean readable) {}

    public Answers {
        parts = List.copyOf(parts);
    }

    /**
     * @param joined the documents of the dossier
     */
    public static Answers of(Definition definition, Reponses reponses, Map<PieceId, Piece> joined) {
        return of(definition, reponses, joined, _ -> true);
    }

    /**
     * @param wanted of the fields, the others only being looked at by conditions
     */
    public static Answers of(
            Definition definition,
            Reponses reponses,
            Map<PieceId, Piece> joined,
            Predicate<Champ> wanted) {
        var visible = Visibility.visible(definition, reponses.valeurs());
        var seen = Visibility.counting(definition, reponses.valeurs());
        var parts = new ArrayList<Part>();
        var lines = new ArrayList<Line>();
        var title = "";
        for (var champ : definition.champs()) {
            if (!visible.contains(champ.id()) || !wanted.test(champ)) {
                continue;
            }
            if (champ.type() instanceof ChampType.Titre) {
                close(parts, title, lines);
                lines = new ArrayList<>();
                title = champ.label();
            } else if (champ.type() instanceof Calcul) {
                lines.add(cell(champ, seen.get(champ.id()), joined));
            } else if (champ.type().asks()) {
                lines.add(line(definition, champ, reponses, joined));
            }
        }
        close(parts, title, lines);
        return new Answers(parts);
    }

    private static void close(List<Part> parts, String title, List<Line> lines) {
        if (!lines.isEmpty()) {
            parts.add(new Part(title, List.copyOf(lines)));
        }
    }

    private static Line line(
            Definition definition, Champ champ, Reponses reponses, Map<PieceId, Piece> joined) {
        var value = reponses.valeurs().get(champ.id());
        var rows =
                value instanceof Valeur.Lignes(var lignes)
                        ? lignes.stream()
                                .map(it -> row(definition, champ, reponses, it, joined))
                                .toList()
                        : List.<List<Line>>of();
        var files =
                Stream.concat(pieces(value), reponses.justificatifs(champ.id()).stream())
                        .flatMap(it -> piece(it, joined))
                        .toList();
        return new Line(champ, value, reponses.provenance(champ.id()), files, rows);
    }

    private static List<Line> row(
            Definition definition,
            Champ repetition,
            Reponses reponses,
            Valeur.Ligne row,
            Map<PieceId, Piece> joined) {
        var visible =
                Visibility.visibleIn(
                        definition, repetition.id(), reponses.valeurs(), row.valeurs());
        var seen =
                Visibility.countingIn(
                        definition, repetition.id(), reponses.valeurs(), row.valeurs());
        return Definition.children(repetition).stream()
                .filter(it -> visible.contains(it.id()))
                .filter(it -> it.type().asks() || it.type() instanceof Calcul)
                .map(it -> cell(it, seen.get(it.id()), joined))
                .toList();
    }

    private static Line cell(Champ champ, @Nullable Valeur value, Map<PieceId, Piece> joined) {
        var files = pieces(value).flatMap(it -> piece(it, joined)).toList();
        return new Line(champ, value, Provenance.SAISIE, files, List.of());
    }

    private static Stream<PieceId> pieces(@Nullable Valeur value) {
        return value instanceof Valeur.Pieces(var pieces) ? pieces.stream() : Stream.empty();
    }

    private static Stream<JoinedPiece> piece(PieceId id, Map<PieceId, Piece> joined) {
        return Optional.ofNullable(joined.get(id)).stream()
                .map(
                        it ->
                                new JoinedPiece(
                                        id.toString(),
                                        it.name(),
                                        Sizes.megabytes(it.size()),
                                        it.state() instanceof PieceState.Lisible));
    }
}
