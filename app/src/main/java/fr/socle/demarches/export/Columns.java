package fr.socle.demarches.export;

import fr.socle.demarches.definition.Calcul;
import fr.socle.demarches.definition.Champ;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Shown;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.dossier.Dossier.Termine;
import fr.socle.ui.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of an export say: facts of the dossier, then answers, then annotations. Cells are
 * texts or numbers; days and moments are those of ISO 8601, in Paris. What is hidden is left out.
 */
record Columns(List<Champ> champs, Words words) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<String> FACTS =
            List.of("numero", "etat", "demandeur", "email", "depose", "decide", "motivation");

    /**
     * @param colonnes the codes of the fields that are wanted; null: all
     */
    static Columns of(Definition definition, @Nullable List<String> colonnes, Words words) {
        return new Columns(
                Stream.concat(definition.champs().stream(), definition.annotations().stream())
                        .filter(it -> it.type().asks() || it.type() instanceof Calcul)
                        .filter(it -> colonnes == null || colonnes.contains(it.id().value()))
                        .toList(),
                words);
    }

    List<String> headings() {
        return Stream.concat(
                        FACTS.stream().map(it -> words.of("demarches.export." + it)),
                        champs.stream().map(Champ::label))
                .toList();
    }

    /**
     * @param noted the annotations of the dossier
     * @param own the definition of the dossier's own revision
     */
    List<Object> line(Depose dossier, Map<ChampId, Valeur> noted, Definition own) {
        var decision = dossier instanceof Termine it ? it.decision() : null;
        var usager = dossier.fiche().usager();
        var cells = new ArrayList<Object>();
        cells.add(dossier.depot().number().formatted());
        cells.add(words.of("demarches.state." + dossier.state().name()));
        cells.add(usager.name());
        cells.add(usager.email().value());
        cells.add(moment(dossier.depot().at()));
        cells.add(decision == null ? "" : moment(decision.at()));
        cells.add(decision == null ? "" : decision.motivation());
        var said = said(dossier, noted, own);
        var counting = Visibility.counting(said.whole, said.values);
        for (var champ : champs) {
            var there = own.find(champ.id()).orElse(champ);
            cells.add(cell(said, there, counting.get(champ.id())));
        }
        return cells;
    }

    /** All that conditions may read. */
    private record Said(Definition whole, Map<ChampId, Valeur> values) {}

    /** An annotation may be shown by what the usager answered: both are looked at together. */
    private static Said said(Depose dossier, Map<ChampId, Valeur> noted, Definition own) {
        var whole =
                own.withChamps(
                        Stream.concat(own.champs().stream(), own.annotations().stream()).toList());
        var values = new HashMap<>(dossier.reponses().valeurs());
        values.putAll(noted);
        return new Said(whole, values);
    }

    private Object cell(Said said, Champ champ, @Nullable Valeur value) {
        return switch (value) {
            case null -> "";
            case Valeur.Nombre(var number) -> number;
            case Valeur.Jour(var day) -> day.toString();
            case Valeur.Lignes(var rows) ->
                    rows.stream()
                            .map(it -> row(said, champ, it))
                            .collect(Collectors.joining(" | "));
            default -> Shown.line(champ, value, words.of("ui.yes"), words.of("ui.no"));
        };
    }

    /** One row of a repetition, question by question. */
    private String row(Said said, Champ repetition, Valeur.Ligne row) {
        var counting =
                Visibility.countingIn(said.whole, repetition.id(), said.values, row.valeurs());
        return Definition.children(repetition).stream()
                .filter(it -> counting.containsKey(it.id()))
                .map(it -> it.label() + " : " + cell(said, it, counting.get(it.id())))
                .collect(Collectors.joining(" ; "));
    }

    private static String moment(Instant at) {
        return ZonedDateTime.ofInstant(at, PARIS)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
