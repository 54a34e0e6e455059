package fr.socle.demarches.web.usager;

import fr.socle.demarches.OpinionQuarter;
import fr.socle.demarches.dossier.Dossier.Depose;
import fr.socle.demarches.jeton.OpinionTokens;
import fr.socle.demarches.jeton.SigningOutcome;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the usager of a decided dossier gets the one token of an opinion. */
@Controller
@ForUsager
@RequestMapping("/mes-dossiers/{id}/avis")
class OpinionTokenController {

    /** Longer than any number that a key of ours signs. */
    private static final int LONGEST = 1_000;

    private final Counter counter;
    private final OpinionTokens tokens;

    OpinionTokenController(Counter counter, OpinionTokens tokens) {
        this.counter = counter;
        this.tokens = tokens;
    }

    /** The token comes by letter. */
    @PostMapping
    ResponseEntity<Void> letter(@PathVariable String id, HttpServletRequest request) {
        var dossier = decided(request, id);
        tokens.askLetter(dossier);
        return Counter.seeOther(Counter.path(dossier.id()) + "#avis");
    }

    /**
     * A script brings what it blinded: {@code trimestre} as the key said it, {@code aveugle} a
     * number in base64url. The answer is JSON: {@code signature}, or {@code code} of a refusal.
     */
    @PostMapping("/signature")
    ResponseEntity<Map<String, String>> sign(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var dossier = decided(request, id);
        var quarter = single(parameters, "trimestre").flatMap(OpinionQuarter::parse);
        if (quarter.isEmpty()) {
            return refused(HttpStatus.CONFLICT, "quarter");
        }
        var blinded = single(parameters, "aveugle").flatMap(OpinionTokenController::base64);
        return blinded.map(it -> answer(tokens.sign(dossier, quarter.get(), it)))
                .orElseGet(() -> refused(HttpStatus.UNPROCESSABLE_CONTENT, "number"));
    }

    private static ResponseEntity<Map<String, String>> answer(SigningOutcome outcome) {
        return switch (outcome) {
            case SigningOutcome.Signed(var signature) ->
                    ResponseEntity.ok()
                            .contentType(MediaType.APPLICATION_JSON)
                            .cacheControl(CacheControl.noStore())
                            .body(
                                    Map.of(
                                            "signature",
                                            Base64.getUrlEncoder()
                                                    .withoutPadding()
                                                    .encodeToString(signature)));
            case SigningOutcome.AlreadyGiven _ -> refused(HttpStatus.CONFLICT, "given");
            case SigningOutcome.OtherQuarter _ -> refused(HttpStatus.CONFLICT, "quarter");
            case SigningOutcome.NoNumber _ -> refused(HttpStatus.UNPROCESSABLE_CONTENT, "number");
            case SigningOutcome.NotDecided _ -> throw Counter.notFound();
        };
    }

    private static ResponseEntity<Map<String, String>> refused(HttpStatus status, String why) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("code", "demarches.jeton.refused." + why));
    }

    private Depose decided(HttpServletRequest request, String id) {
        if (counter.mine(request, id).dossier() instanceof Depose dossier
                && dossier.state().decided()) {
            return dossier;
        }
        throw Counter.notFound();
    }

    private static Optional<String> single(MultiValueMap<String, String> parameters, String name) {
        var values = parameters.get(name);
        return values != null && values.size() == 1
                ? Optional.of(values.getFirst()).filter(it -> it.length() <= LONGEST)
                : Optional.empty();
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }
}
