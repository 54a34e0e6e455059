package fr.socle.exchange.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the made-up providers answer, in the shapes of API Particulier v3. Everything but the
 * quotient follows from the civil status, so that asking twice gives the same.
 */
final class Answers {

    private static final List<String> CHILDREN =
            List.of("AMBRE", "NOAM", "LISON", "ELIOTT", "ROMY", "SACHA");

    private static final int YOUNGEST_STUDENT = 17;
    private static final int OLDEST_STUDENT = 28;

    private Answers() {}

    static Map<String, Object> envelope(Map<String, Object> data) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("data", data);
        envelope.put("links", Map.of());
        envelope.put("meta", Map.of());
        return envelope;
    }

    static Map<String, Object> quotient(MadeUpPerson person, LocalDate today) {
        var month = today.minusMonths(1);
        var quotient = new LinkedHashMap<String, Object>();
        quotient.put("fournisseur", seed(person) % 5 == 0 ? "MSA" : "CNAF");
        quotient.put("valeur", person.quotient());
        quotient.put("annee", month.getYear());
        quotient.put("mois", month.getMonthValue());
        quotient.put("annee_calcul", today.getYear());
        quotient.put("mois_calcul", today.getMonthValue());
        var data = new LinkedHashMap<String, Object>();
        data.put("allocataires", List.of(member(person)));
        data.put("enfants", children(person, today));
        data.put("adresse", address(person));
        data.put("quotient_familial", quotient);
        return data;
    }

    /** Null when the person is no student. */
    static @Nullable Map<String, Object> student(MadeUpPerson person, LocalDate today) {
        var age = today.getYear() - Integer.parseInt(person.birthDate().substring(0, 4));
        if (age < YOUNGEST_STUDENT || age > OLDEST_STUDENT) {
            return null;
        }
        var from = today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
        var identity = new LinkedHashMap<String, Object>();
        identity.put("nom_naissance", person.familyName());
        identity.put("prenom", person.givenNames().split(" ", 2)[0]);
        identity.put("date_naissance", person.birthDate());
        var admission = new LinkedHashMap<String, Object>();
        admission.put("date_debut", from + "-09-01");
        admission.put("date_fin", (from + 1) + "-08-31");
        admission.put("est_inscrit", true);
        admission.put("regime_formation", Map.of("libelle", "formation initiale", "code", "RF1"));
        admission.put("code_cog_insee_commune", "67482");
        admission.put(
                "etablissement_etudes",
                Map.of("uai", "0000000A", "nom", "Université de l’Exemple (démonstration)"));
        var data = new LinkedHashMap<String, Object>();
        data.put("identite", identity);
        data.put("admissions", List.of(admission));
        return data;
    }

    private static Map<String, Object> member(MadeUpPerson person) {
        return member(person.familyName(), person.givenNames(), person.birthDate(), person.sex());
    }

    private static Map<String, Object> member(
            String family, String given, String born, String sex) {
        var member = new LinkedHashMap<String, Object>();
        member.put("nom_naissance", family);
        member.put("nom_usage", null);
        member.put("prenoms", given);
        member.put("date_naissance", born);
        member.put("sexe", sex);
        return member;
    }

    private static List<Map<String, Object>> children(MadeUpPerson person, LocalDate today) {
        var children = new ArrayList<Map<String, Object>>();
        int seed = seed(person);
        for (int i = 0; i <= seed % 3; i++) {
            var born = today.minusYears(4 + (seed + 3L * i) % 8).withDayOfMonth(1 + i);
            children.add(
                    member(
                            person.familyName(),
                            CHILDREN.get((seed + i) % CHILDREN.size()),
                            born.toString(),
                            (seed + i) % 2 == 0 ? "F" : "M"));
        }
        return children;
    }

    private static Map<String, Object> address(MadeUpPerson person) {
        var title = person.sex().equals("F") ? "Madame " : "Monsieur ";
        var address = new LinkedHashMap<String, Object>();
        address.put("destinataire", title + person.familyName() + " " + person.givenNames());
        address.put("complement_information", null);
        address.put("complement_information_geographique", null);
        address.put("numero_libelle_voie", (1 + seed(person) % 90) + " RUE DE L’EXEMPLE");
        address.put("lieu_dit", null);
        address.put("code_postal_ville", "99999 BEAUMONT (DÉMONSTRATION)");
        address.put("pays", "FRANCE");
        return address;
    }

    private static int seed(MadeUpPerson person) {
        return Math.floorMod(person.identity().hashCode(), 10_000);
    }
}
