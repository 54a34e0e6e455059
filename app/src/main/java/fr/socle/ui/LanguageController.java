package fr.socle.ui;

import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Remembers the language for a year and comes back to the page. */
@Controller
@Public
class LanguageController {

    private final Dictionary dictionary;

    LanguageController(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    @GetMapping("/langue/{language}")
    ResponseEntity<Void> speak(
            @PathVariable String language,
            @RequestParam(required = false) @Nullable String retour,
            HttpServletRequest request) {
        if (!dictionary.speaks(language)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var cookie =
                ResponseCookie.from(FrameFactory.LANGUAGE_COOKIE, language)
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .sameSite("Lax")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(address(LocalPath.orHome(retour)))
                .build();
    }

    /** A path that a browser sent may still be no URI: a stray bracket, a lone percent sign. */
    private static URI address(String path) {
        try {
            return new URI(path);
        } catch (URISyntaxException notAnAddress) {
            return URI.create("/");
        }
    }
}
