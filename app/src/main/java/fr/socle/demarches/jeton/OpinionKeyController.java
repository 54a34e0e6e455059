package fr.socle.demarches.jeton;

import fr.socle.demarches.DemarcheId;
import fr.socle.demarches.Demarches;
import fr.socle.ui.access.Public;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The key of a procedure for the present quarter. Browsers ask for it without saying who they are:
 * a house that wanted to recognise a token would need a key for each person, and could not tell
 * them apart here.
 */
@RestController
@Public
class OpinionKeyController {

    /**
     * As RFC 7518 writes an RSA key.
     *
     * @param trimestre {@code 2026-T4}
     */
    record Published(String demarche, String trimestre, String n, String e) {}

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final OpinionTokens tokens;
    private final Demarches demarches;

    OpinionKeyController(OpinionTokens tokens, Demarches demarches) {
        this.tokens = tokens;
        this.demarches = demarches;
    }

    @GetMapping("/avis/cles/{demarche}")
    ResponseEntity<Published> published(@PathVariable String demarche) {
        var id =
                DemarcheId.of(demarche)
                        .filter(it -> demarches.find(it).isPresent())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var present = tokens.key(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(published(id, present.quarter().code(), present.key()));
    }

    private static Published published(DemarcheId id, String quarter, RSAPublicKey key) {
        return new Published(
                id.toString(), quarter, base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
