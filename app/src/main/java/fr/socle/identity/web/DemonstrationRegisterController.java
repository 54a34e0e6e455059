package fr.socle.identity.web;

import fr.socle.identity.DemonstrationMode;
import fr.socle.identity.demonstration.MadeUpPerson.Civil;
import fr.socle.identity.demonstration.MadeUpRegister;
import fr.socle.identity.demonstration.Mood;
import fr.socle.identity.demonstration.Moods;
import fr.socle.ui.access.Public;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

/**
 * The made-up register of civil status, under the contract of the RNIPP. Outside demonstration this
 * address does not exist.
 */
@RestController
@Public
class DemonstrationRegisterController {

    private static final String SCHEMAS =
            " xmlns:ie=\"http://xml.insee.fr/schema\""
                    + " xmlns:ec=\"http://xml.insee.fr/schema/etat-civil\""
                    + " xmlns:el=\"http://xml.insee.fr/schema/electoral\"";

    private final DemonstrationMode demonstration;
    private final Moods moods;

    DemonstrationRegisterController(DemonstrationMode demonstration, Moods moods) {
        this.demonstration = demonstration;
        this.moods = moods;
    }

    @GetMapping("/demonstration/rnipp/Brpp2IdentificationComplet/individus")
    ResponseEntity<String> identify(@RequestParam Map<String, String> asked) {
        if (!demonstration.on()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var mood = moods.suffered(Moods.REGISTER);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header("Cache-Control", "no-store")
                .body(mood == Mood.MENSONGE ? answer("42", "") : answer(asked));
    }

    private static String answer(Map<String, String> asked) {
        var given = asked.getOrDefault("prenoms", "");
        var family = asked.getOrDefault("nom", "");
        return MadeUpRegister.of(given, family)
                .map(
                        it ->
                                answer(
                                        it.type(),
                                        "23".contains(it.type())
                                                ? person(it.known(), it.deceased())
                                                : ""))
                .orElseGet(() -> answer("2", person(civil(asked, given, family), false)));
    }

    private static Civil civil(Map<String, String> asked, String given, String family) {
        var place = asked.getOrDefault("codeLieuNaissance", "");
        var abroad = place.startsWith("99");
        return new Civil(
                given,
                family,
                asked.getOrDefault("sexe", "I"),
                asked.getOrDefault("dateNaissance", ""),
                abroad ? "" : place,
                abroad ? place : "99100",
                "");
    }

    private static String answer(String type, String person) {
        return "<el:IdentificationsIndividusCitoyens"
                + SCHEMAS
                + "><el:TypeReponseIdentification>"
                + type
                + "</el:TypeReponseIdentification><el:IdentificationIndividuCitoyen>"
                + person
                + "</el:IdentificationIndividuCitoyen></el:IdentificationsIndividusCitoyens>";
    }

    private static String person(Civil civil, boolean deceased) {
        return "<el:SituationActuelle><ec:Individu><ie:Noms>"
                + element("NomFamille", civil.familyName())
                + "</ie:Noms><ie:Prenoms>"
                + Arrays.stream(civil.givenName().split(" "))
                        .map(it -> element("Prenom", it))
                        .collect(Collectors.joining())
                + "</ie:Prenoms><ie:Naissance>"
                + element("DateNaissance", day(civil.birthDate()))
                + "<ie:LieuNaissance>"
                + (civil.birthPlace().isEmpty()
                        ? place("Pays", civil.birthCountry())
                        : place("Localite", civil.birthPlace()))
                + "</ie:LieuNaissance></ie:Naissance>"
                + element("Sexe", letter(civil.gender()))
                + (deceased ? "<ie:Deces><ie:DateDeces>2020-02-02</ie:DateDeces></ie:Deces>" : "")
                + "</ec:Individu></el:SituationActuelle>";
    }

    /** {@code 19620800} as the register writes it: {@code 1962-08}. */
    private static String day(String asked) {
        var digits = asked.replace("-", "");
        if (digits.length() != 8) {
            return "";
        }
        var year = digits.substring(0, 4);
        var month = digits.substring(4, 6);
        var day = digits.substring(6);
        return year + (month.equals("00") ? "" : "-" + month) + (day.equals("00") ? "" : "-" + day);
    }

    private static String letter(String gender) {
        return switch (gender) {
            case "female", "F" -> "F";
            case "male", "M" -> "M";
            default -> "I";
        };
    }

    private static String element(String name, String text) {
        return "<ie:" + name + ">" + HtmlUtils.htmlEscapeDecimal(text) + "</ie:" + name + ">";
    }

    private static String place(String kind, String code) {
        return "<ie:" + kind + " code=\"" + HtmlUtils.htmlEscapeDecimal(code) + "\"/>";
    }
}
