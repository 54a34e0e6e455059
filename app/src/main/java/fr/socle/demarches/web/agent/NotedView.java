package fr.socle.demarches.web.agent;

import fr.socle.demarches.annotation.Noted;
import fr.socle.demarches.definition.ChampId;
import fr.socle.demarches.definition.Definition;
import fr.socle.demarches.definition.Shown;
import fr.socle.demarches.definition.Valeur;
import fr.socle.demarches.definition.Visibility;
import fr.socle.demarches.dossier.Reponses;
import fr.socle.demarches.web.answers.Answers;
import fr.socle.demarches.web.form.Element;
import fr.socle.demarches.web.form.FormView;
import fr.socle.pieces.Piece;
import fr.socle.pieces.PieceId;
import fr.socle.ui.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The annotations of a dossier, to be read and to be filled. An annotation may be shown by what the
 * usager answered: both are looked at together.
 *
 * @param whole the fields of the usager, then the annotations
 * @param own the annotations alone
 * @param joined the documents of the annotations
 */
record NotedView(
        Definition whole,
        Definition own,
        Reponses usager,
        Noted noted,
        Map<PieceId, Piece> joined) {

    static NotedView of(
            Definition definition, Reponses usager, Noted noted, Map<PieceId, Piece> joined) {
        var own = definition.annotations();
        var all = new ArrayList<>(definition.champs());
        all.addAll(own);
        return new NotedView(
                new Definition(all), new Definition(own), usager, noted, Map.copyOf(joined));
    }

    Answers answers() {
        return Answers.of(whole, with(noted.valeurs()), joined, own.champs()::contains);
    }

    /** What is kept, as answers to the annotations alone. */
    Reponses kept() {
        return new Reponses(noted.valeurs(), Map.of(), Map.of());
    }

    /**
     * The form, after what the usager's fields would show.
     *
     * @param typed annotations as they were typed
     */
    List<Element> elements(Map<ChampId, Valeur> typed) {
        var all = with(typed);
        var visible = Visibility.visible(whole, all.valeurs());
        var notHere = whole.champs().size() - own.champs().size();
        var before =
                whole.champs().stream()
                        .limit(notHere)
                        .filter(it -> visible.contains(it.id()))
                        .count();
        return FormView.of(whole, all, joined).stream().skip(before).toList();
    }

    /** What is kept where it differs from what was typed, by label. */
    Map<String, String> differences(Map<ChampId, Valeur> typed, Words words) {
        var differences = new LinkedHashMap<String, String>();
        for (var champ : own.champs()) {
            var there = noted.valeurs().get(champ.id());
            if (there != null && !there.equals(typed.get(champ.id()))) {
                var line = Shown.line(champ, there, words.of("ui.yes"), words.of("ui.no"));
                differences.put(champ.label(), line);
            }
        }
        return differences;
    }

    private Reponses with(Map<ChampId, Valeur> annotations) {
        var values = new HashMap<>(usager.valeurs());
        values.putAll(annotations);
        return new Reponses(values, usager.provenances(), usager.justificatifs());
    }

    /** Nothing: what a person said, and what is noted of it, does not belong in a log. */
    @Override
    public String toString() {
        return "NotedView[hidden]";
    }
}
