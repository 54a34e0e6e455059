package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.probe.Visits;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a browser tells of its waiting ({@code mesure.js}). */
@Controller
@Public
class VisitController {

    private static final long LONGEST = 60_000;

    private final Visits visits;

    VisitController(Visits visits) {
        this.visits = visits;
    }

    @PostMapping("/observatoire/{id}/temps")
    ResponseEntity<Void> waited(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var demarche = OneController.read(id);
        var millis = Form.of(parameters).read("ms", Reading.whole(1, LONGEST));
        if (demarche.isEmpty() || millis.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        }
        visits.add(demarche.get(), millis.get(), request);
        return ResponseEntity.noContent().build();
    }
}
