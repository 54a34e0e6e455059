package fr.socle.demarches.definition;

import java.util.Map;
import java.util.Set;

/**
 * A case that the author of a form wrote to hold it to account: given these answers, these fields
 * are shown, these are hidden, these are demanded, and these results come out. It is run at every
 * change; a form that fails it is not published.
 *
 * @param name what it is about, in words
 * @param reponses of the fields of the form itself
 * @param results of computed fields, as people read them without a unit
 */
public record Essai(
        String name,
        Map<ChampId, Valeur> reponses,
        Set<ChampId> shown,
        Set<ChampId> hidden,
        Set<ChampId> demanded,
        Map<ChampId, String> results) {

    public static final int LONGEST_NAME = 200;
    public static final int MOST = 100;

    public Essai {
        reponses = Map.copyOf(reponses);
        shown = Set.copyOf(shown);
        hidden = Set.copyOf(hidden);
        demanded = Set.copyOf(demanded);
        results = Map.copyOf(results);
    }
}
