package fr.socle.exchange.demonstration;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Refusals in the shape and with the codes of API Particulier v3. */
final class Errors {

    private Errors() {}

    static ResponseEntity<Map<String, Object>> unauthorized() {
        return of(
                401,
                "00101",
                "Interdit",
                "Votre token n'est pas valide ou n'est pas renseigné",
                null,
                Map.of());
    }

    static ResponseEntity<Map<String, Object>> forbidden() {
        return of(
                403,
                "00100",
                "Privilèges insuffisants",
                "Votre token est valide mais vos privilèges sont insuffisants.",
                null,
                Map.of());
    }

    static ResponseEntity<Map<String, Object>> wrong(Asked.Outcome.Wrong wrong) {
        return of(
                422,
                wrong.code(),
                "Entité non traitable",
                "Le paramètre " + wrong.parameter() + " est obligatoire ou incorrect",
                wrong.parameter(),
                Map.of());
    }

    static ResponseEntity<Map<String, Object>> tooMany() {
        var answer =
                of(
                        429,
                        "00429",
                        "Trop de requêtes",
                        "Vous avez effectué trop de requêtes",
                        null,
                        Map.of());
        return ResponseEntity.status(429)
                .header("Retry-After", "20")
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.getBody());
    }

    /**
     * @param prefix two digits: the provider's
     */
    static ResponseEntity<Map<String, Object>> notFound(String prefix, String provider) {
        return of(
                404,
                prefix + "003",
                "Entité non trouvée",
                "Personne n'a pu être trouvé avec les critères de recherche fournis.",
                null,
                Map.of("provider", provider));
    }

    static ResponseEntity<Map<String, Object>> several(String prefix, String provider) {
        return of(
                404,
                prefix + "015",
                "Plusieurs entités trouvées",
                "Plusieurs personnes correspondent aux critères de recherche fournis.",
                null,
                Map.of("provider", provider));
    }

    static ResponseEntity<Map<String, Object>> down(String prefix, String provider) {
        return of(
                503,
                prefix + "001",
                "Service non disponible",
                "Service du fournisseur de données temporairement indisponible",
                null,
                Map.of("provider", provider, "retry_in", 60));
    }

    private static ResponseEntity<Map<String, Object>> of(
            int status,
            String code,
            String title,
            String detail,
            @Nullable String parameter,
            Map<String, Object> meta) {
        var error = new LinkedHashMap<String, Object>();
        error.put("code", code);
        error.put("title", title);
        error.put("detail", detail);
        error.put("source", parameter == null ? null : Map.of("parameter", parameter));
        error.put("meta", meta);
        var body = new HashMap<String, Object>();
        body.put("errors", List.of(error));
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
