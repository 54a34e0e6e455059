package fr.socle.identity.demonstration;

import fr.socle.identity.demonstration.MadeUpPerson.Civil;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The usagers of the demonstration: the hard cases of civil status, each once, and homonyms. None
 * of them exists.
 */
public final class MadeUpUsagers {

    private static final String FRANCE = "99100";
    private static final String F = "female";
    private static final String M = "male";

    private static final List<MadeUpPerson> ALL =
            List.of(
                    who("lea", "un cas simple", "Léa", "Exemplaire", F, "1990-03-14", "75117"),
                    who(
                            "joelle",
                            "accents, tréma et deux prénoms",
                            "Joëlle Françoise",
                            "Dubinôre-Démo",
                            F,
                            "1992-08-15",
                            "75117"),
                    who(
                            "quatre",
                            "quatre prénoms, né à Lyon 3e",
                            "Anatole Barnabé Célestin Dorian",
                            "Inventé",
                            M,
                            "1985-11-02",
                            "69383"),
                    who(
                            "compose",
                            "prénom composé, apostrophe et trait d’union",
                            "Jean-Côme",
                            "L’Imaginaire-D’Essai",
                            M,
                            "1978-06-30",
                            "35238"),
                    who(
                            "particule",
                            "particule et ligature",
                            "Maëlys",
                            "de La Fictïve d’Œuvre",
                            F,
                            "2001-01-01",
                            "13208"),
                    usedName(),
                    who("court", "un nom d’une seule lettre", "Bo", "Y", M, "1999-12-31", "59350"),
                    who(
                            "longue",
                            "un nom très long",
                            "Marie-Philippine Wilhelmine Apolline",
                            "Vandenbroucke-Imaginaire de la Tour d’Exemple et des Essais",
                            F,
                            "1970-07-07",
                            "62041"),
                    who("corse", "née en Corse", "Livia", "Fittizia", F, "1988-05-20", "2A004"),
                    who(
                            "reunion",
                            "né outre-mer, à La Réunion",
                            "Ylan",
                            "Modèle",
                            M,
                            "1995-09-09",
                            "97411"),
                    who(
                            "noumea",
                            "née en Nouvelle-Calédonie",
                            "Téa",
                            "Supposée",
                            F,
                            "1983-04-04",
                            "98818"),
                    who(
                            "ancienne",
                            "né dans une commune qui n’existe plus",
                            "Octave",
                            "Jadis",
                            M,
                            "1955-10-10",
                            "50383"),
                    abroad(
                            "etranger",
                            "née à l’étranger, sans commune",
                            "Ana María",
                            "Ficticia Núñez",
                            "1981-02-28",
                            "99134"),
                    abroad(
                            "annee",
                            "née à l’étranger, on n’en connaît que l’année",
                            "Salma",
                            "Inventée",
                            "1962-00-00",
                            "99350"),
                    abroad(
                            "mois",
                            "née à l’étranger, on n’en connaît que le mois",
                            "Thi Mai",
                            "Nguyen Fictive",
                            "1974-08-00",
                            "99243"),
                    who(
                            "homonyme-lille",
                            "homonyme, née à Lille",
                            "Camille",
                            "Double",
                            F,
                            "1987-03-21",
                            "59350"),
                    who(
                            "homonyme-nantes",
                            "homonyme, née le même jour à Nantes",
                            "Camille",
                            "Double",
                            F,
                            "1987-03-21",
                            "44109"),
                    who(
                            "jumelle-une",
                            "toute l’identité de l’autre, mais un autre compte",
                            "Alix",
                            "Pareille",
                            F,
                            "1993-06-06",
                            "31555"),
                    who(
                            "jumelle-deux",
                            "toute l’identité de l’autre, mais un autre compte (la seconde)",
                            "Alix",
                            "Pareille",
                            F,
                            "1993-06-06",
                            "31555"),
                    who(
                            "parent",
                            "parent de deux enfants, pour le quotient familial",
                            "Ariane",
                            "Fictif",
                            F,
                            "1986-09-17",
                            "33063"),
                    who(
                            "etudiant",
                            "étudiant boursier",
                            "Gaspard",
                            "Suppose",
                            M,
                            "2004-02-29",
                            "67482"));

    private MadeUpUsagers() {}

    public static List<MadeUpPerson> all() {
        return Stream.concat(ALL.stream(), MadeUpRegister.persons().stream()).toList();
    }

    static Optional<MadeUpPerson> find(String sub) {
        return all().stream().filter(it -> it.sub().equals(sub)).findFirst();
    }

    private static MadeUpPerson usedName() {
        return person(
                "usage",
                "le nom d’usage n’est pas le nom de naissance",
                new Civil("Inès", "Naissance", F, "1979-10-25", "06088", FRANCE, "Usage"));
    }

    private static MadeUpPerson who(
            String sub,
            String special,
            String given,
            String family,
            String gender,
            String born,
            String commune) {
        return person(sub, special, new Civil(given, family, gender, born, commune, FRANCE, ""));
    }

    private static MadeUpPerson abroad(
            String sub, String special, String given, String family, String born, String pays) {
        return person(sub, special, new Civil(given, family, F, born, "", pays, ""));
    }

    static MadeUpPerson person(String sub, String special, Civil civil) {
        var label = civil.givenName() + " " + civil.familyName() + " (démonstration)";
        return new MadeUpPerson(sub, label, special, civil.claims(sub + "@usagers.example"));
    }
}
