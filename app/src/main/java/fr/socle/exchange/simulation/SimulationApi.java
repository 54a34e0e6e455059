package fr.socle.exchange.simulation;

import fr.socle.exchange.Simulation;
import fr.socle.exchange.Simulator;
import fr.socle.exchange.spi.FileTelling.Told;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Dictionary;
import fr.socle.ui.access.SignedIn;
import fr.socle.ui.access.Visitors;
import fr.socle.ui.api.ApiProblem;
import fr.socle.ui.api.JsonBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Simulates for programs, by the rules of the page. */
@RestController
@SignedIn
@Tag(name = "Échanges : simulation")
@SecurityRequirement(name = "jeton")
class SimulationApi {

    private final SuppositionForm forms;
    private final Simulator simulator;
    private final Dictionary dictionary;

    SimulationApi(SuppositionForm forms, Simulator simulator, Dictionary dictionary) {
        this.forms = forms;
        this.simulator = simulator;
        this.dictionary = dictionary;
    }

    @Schema(description = "Un échange que personne ne fait")
    record SuppositionBody(
            @Schema(description = "Numéro de l’habilitation") String habilitation,
            @Schema(description = "Code du jeu de données") String jeu,
            @Schema(description = "Codes des champs demandés") List<String> champs,
            @Schema(description = "usager, agent ou programme") String demandeur,
            @Schema(
                            description =
                                    "ouvert, autre-agent, clos, inconnu, autre-personne,"
                                            + " autre-organisation ou motif-declare")
                    String dossier,
            @Schema(description = "Jour de Paris, AAAA-MM-JJ ; aujourd’hui sans lui")
                    String jour) {}

    @Schema(description = "Ce que donnerait l’échange ; les valeurs sont inventées")
    record SimulationView(
            boolean permis,
            List<RaisonView> raisons,
            String fournisseur,
            List<FaitView> faits,
            @Schema(description = "La réponse telle qu’elle partirait ; valeurs inventées")
                    Object document,
            @Schema(description = "Ce que la personne lirait ; vide pour une entreprise")
                    String phrase,
            Map<String, String> ligne) {}

    record RaisonView(String code, String texte) {}

    record FaitView(String code, String libelle, String nature, String exemple) {}

    @PostMapping("/api/exchange/v1/simulations")
    @Operation(
            summary = "Dit ce que donnerait un échange, sans le faire",
            description =
                    "La décision est celle des vrais échanges. Aucun fournisseur n’est interrogé, rien"
                            + " n’est inscrit au journal.")
    SimulationView simulate(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    SuppositionBody.class)))
                    @RequestBody
                    Map<String, Object> body,
            HttpServletRequest request) {
        var asker = SuppositionForm.asker(Visitors.of(request));
        var form = JsonBody.form(body, SuppositionBody.class);
        var supposition = forms.ground(form, asker).flatMap(it -> forms.read(form, it));
        if (supposition.isEmpty() || !form.ok()) {
            throw ApiProblem.of(form);
        }
        return simulator
                .simulate(supposition.get(), dictionary.french())
                .map(this::view)
                .orElseThrow(
                        () ->
                                ApiProblem.of(
                                        404,
                                        Refusal.of("exchange.simulation.habilitation.unknown")));
    }

    private SimulationView view(Simulation it) {
        var words = dictionary.french();
        return new SimulationView(
                it.allowed(),
                it.reasons().stream()
                        .map(
                                why ->
                                        new RaisonView(
                                                why.name(),
                                                words.of("exchange.reason." + why.name())))
                        .toList(),
                it.provider(),
                it.facts().stream()
                        .map(
                                fact ->
                                        new FaitView(
                                                fact.code(),
                                                fact.label(),
                                                fact.kind(),
                                                fact.example()))
                        .toList(),
                document(it.document()),
                it.told().map(Told::sentence).orElse(""),
                it.told().map(Told::facts).orElse(Map.of()));
    }

    private static JsonNode document(String json) {
        return JsonMapper.shared().readTree(json.isEmpty() ? "{}" : json);
    }
}
