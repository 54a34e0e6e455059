package fr.socle.exchange.demonstration;

import fr.socle.exchange.provider.Providers;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The doors of the made-up registers of companies, in the shapes of API Entreprise. They know one
 * company: the one for which the made-up agents' accounts speak.
 */
@RestController
@Public
class EntrepriseDoorController {

    private static final String SIREN = "987654324";
    private static final String REGISTER_PREFIX = "02";
    private static final String SIRENE_PREFIX = "01";

    private final ProviderDoorController doors;

    EntrepriseDoorController(ProviderDoorController doors) {
        this.doors = doors;
    }

    @GetMapping(
            path =
                    Providers.DEMONSTRATION
                            + DemonstrationSeed.REGISTER
                            + "/v3/infogreffe/rcs/unites_legales/{siren}/mandataires_sociaux",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> representatives(
            @PathVariable String siren, HttpServletRequest request) throws InterruptedException {
        return answer(
                request,
                DemonstrationSeed.REGISTER,
                REGISTER_PREFIX,
                "Infogreffe",
                siren,
                List.of(
                        person("GERANT", "EXEMPLAIRE", "LEA", "1990-03-14"),
                        person("CO-GERANT", "MODELE", "YLAN", "1995-09-09"),
                        person(
                                "COMMISSAIRE AUX COMPTES TITULAIRE",
                                "NAISSANCE",
                                "INES",
                                "1979-10-25")));
    }

    @GetMapping(
            path =
                    Providers.DEMONSTRATION
                            + DemonstrationSeed.SIRENE
                            + "/v4/insee/sirene/unites_legales/{siren}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> legalUnit(
            @PathVariable String siren, HttpServletRequest request) throws InterruptedException {
        return answer(
                request,
                DemonstrationSeed.SIRENE,
                SIRENE_PREFIX,
                "INSEE",
                siren,
                Map.of(
                        "siren",
                        SIREN,
                        "siret_siege_social",
                        SIREN + "00019",
                        "type",
                        "personne_morale",
                        "personne_morale_attributs",
                        Map.of("raison_sociale", "MENUISERIE DE L’EXEMPLE (DÉMONSTRATION)")));
    }

    private ResponseEntity<Map<String, Object>> answer(
            HttpServletRequest request,
            String code,
            String prefix,
            String name,
            String siren,
            Object data)
            throws InterruptedException {
        var refused = doors.refused(request, code, doors.mode(code), prefix, name);
        if (refused != null) {
            return refused;
        }
        if (!siren.equals(SIREN)) {
            return Errors.notFound(prefix, name);
        }
        return ResponseEntity.ok(Map.of("data", data, "links", Map.of(), "meta", Map.of()));
    }

    private static Map<String, Object> person(
            String function, String family, String given, String born) {
        var person = new LinkedHashMap<String, Object>();
        person.put("type", "personne_physique");
        person.put("fonction", function);
        person.put("nom", family);
        person.put("prenom", given);
        person.put("date_naissance", born);
        return Map.of("data", person, "links", Map.of(), "meta", Map.of());
    }
}
