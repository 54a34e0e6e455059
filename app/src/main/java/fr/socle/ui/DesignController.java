package fr.socle.ui;

import fr.socle.ui.DesignPage.Sample;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows the components, on demonstration sites only. */
@Controller
@Public
class DesignController {

    private static final Map<String, String> FILLED =
            Map.ofEntries(
                    Map.entry("nom", "Amina Exemple"),
                    Map.entry("courriel", "amina@exemple.test"),
                    Map.entry("telephone", "01 99 00 12 34"),
                    Map.entry("siret", "130 025 265 00013"),
                    Map.entry("enfants", "2"),
                    Map.entry("loyer", "1 234,50"),
                    Map.entry("naissance.jour", "7"),
                    Map.entry("naissance.mois", "11"),
                    Map.entry("naissance.annee", "1985"),
                    Map.entry("regime", "vegetarien"),
                    Map.entry("ecole", "mardi"),
                    Map.entry("seul", "oui"),
                    Map.entry("accord", "oui"),
                    Map.entry("message", "Une allergie aux arachides, attestée par un médecin."),
                    Map.entry("adresse.voie", "12 rue des Tilleuls"),
                    Map.entry("adresse.code-postal", "60155"),
                    Map.entry("adresse.commune", "Beaumont"));

    private static final Map<String, String> WRONG =
            Map.of(
                    "enfants", "deux",
                    "loyer", "1 234,505",
                    "naissance.jour", "31",
                    "naissance.mois", "2",
                    "naissance.annee", "1985",
                    "adresse.voie", "12 rue des Tilleuls");

    private final UiSettings settings;
    private final List<DesignTopic> topics;

    DesignController(UiSettings settings, ObjectProvider<DesignTopic> topics) {
        this.settings = settings;
        this.topics = topics.stream().toList();
    }

    @GetMapping("/design")
    Page components(@RequestParam(required = false) @Nullable String dir) {
        if (!settings.demonstration()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new DesignPage(
                List.of(
                        new Sample("vide.", "ui.design.state.blank", Form.blank()),
                        new Sample("rempli.", "ui.design.state.filled", typed("rempli.", FILLED)),
                        new Sample("refuse.", "ui.design.state.refused", refused())),
                topics,
                "rtl".equals(dir) ? "rtl" : null);
    }

    /** Reads the wrong answers as any page would, so that the errors shown are the real ones. */
    private static Form refused() {
        var form = typed("refuse.", WRONG);
        form.required("refuse.nom", 120);
        form.read("refuse.enfants", Reading.whole(0, 20));
        form.read("refuse.loyer", Reading.decimal(2, BigDecimal.ZERO, BigDecimal.valueOf(20_000)));
        form.readDate("refuse.naissance");
        form.read("refuse.regime", Reading.among(List.of("tout", "vegetarien", "pai")));
        form.required("refuse.adresse.code-postal", 5);
        return form;
    }

    private static Form typed(String prefix, Map<String, String> values) {
        var parameters = new LinkedMultiValueMap<String, String>();
        values.forEach((field, value) -> parameters.add(prefix + field, value));
        return Form.of(parameters);
    }
}
