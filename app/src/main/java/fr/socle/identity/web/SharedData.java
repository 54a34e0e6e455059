package fr.socle.identity.web;

import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Held;
import java.util.List;
import java.util.Map;

/** What was shared, in the words of the journal: French whatever the page's language. */
final class SharedData {

    private static final Map<String, String> WORDS =
            Map.of(
                    "given_name", "Prénoms",
                    "family_name", "Nom de naissance",
                    "birthdate", "Date de naissance",
                    "gender", "Sexe",
                    "birthplace", "Lieu de naissance",
                    "birthcountry", "Pays de naissance",
                    "email", "Adresse électronique",
                    "preferred_username", "Nom d’usage",
                    "idp_id", "Compte choisi pour s’identifier");

    private SharedData() {}

    static List<String> labels(Federation federation, Held held) {
        var released = held.released(federation).keySet();
        return held.request().given(federation).stream()
                .filter(released::contains)
                .filter(WORDS::containsKey)
                .map(it -> WORDS.getOrDefault(it, it))
                .toList();
    }
}
