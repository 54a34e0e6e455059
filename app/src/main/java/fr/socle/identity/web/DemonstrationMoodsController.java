package fr.socle.identity.web;

import fr.socle.identity.DemonstrationMode;
import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.demonstration.Mood;
import fr.socle.identity.demonstration.Moods;
import fr.socle.identity.federation.Federations;
import fr.socle.identity.web.DemonstrationMoodsPage.Line;
import fr.socle.kernel.Parsed;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page from which a tester makes the made-up providers and register slow, silent or lying.
 * Outside demonstration these addresses do not exist.
 */
@Controller
@Public
@RequestMapping(DemonstrationMoodsController.BASE)
class DemonstrationMoodsController {

    static final String BASE = "/demonstration/identite";

    private final Broker broker;
    private final Moods moods;
    private final DemonstrationMode demonstration;
    private final Federations federations;

    DemonstrationMoodsController(
            Broker broker, Moods moods, DemonstrationMode demonstration, Federations federations) {
        this.broker = broker;
        this.moods = moods;
        this.demonstration = demonstration;
        this.federations = federations;
    }

    @GetMapping
    Page show() {
        return new DemonstrationMoodsPage(lines(), Form.blank());
    }

    @PostMapping("/{uid}/comportement")
    Object behave(@PathVariable String uid, @RequestParam MultiValueMap<String, String> typed) {
        if (lines().stream().noneMatch(it -> it.uid().equals(uid))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var form = Form.of(typed);
        var mood = form.read(Line.field(uid), DemonstrationMoodsController::mood);
        if (mood.isEmpty()) {
            return new DemonstrationMoodsPage(lines(), form);
        }
        moods.set(uid, mood.get());
        return Ways.seeOther(BASE);
    }

    private List<Line> lines() {
        if (!demonstration.on()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var lines = new ArrayList<Line>();
        lines.add(new Line(Moods.REGISTER, "", "", moods.of(Moods.REGISTER)));
        for (var federation : federations.all()) {
            broker.providers(federation).stream()
                    .filter(Provider::demonstration)
                    .forEach(
                            it ->
                                    lines.add(
                                            new Line(
                                                    it.uid(),
                                                    it.label(),
                                                    it.federation().code(),
                                                    moods.of(it.uid()))));
        }
        return lines;
    }

    private static Parsed<Mood> mood(String code) {
        return Mood.of(code).map(Parsed::valid).orElseGet(() -> Parsed.invalid("ui.form.choice"));
    }
}
