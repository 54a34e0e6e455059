package fr.socle.exchange.demonstration;

import fr.socle.kernel.IdentitePivot;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page from which a tester sets what the made-up providers know and how they behave. Outside
 * demonstration these addresses do not exist.
 */
@Controller
@Public
@RequestMapping(DemonstrationDataController.BASE)
class DemonstrationDataController {

    static final String BASE = "/demonstration/donnees";

    private static final long HIGHEST = 99_999;

    /** The field that holds each claim. */
    private static final Map<String, String> FIELD_OF_CLAIM =
            Map.of(
                    "given_name", "prenoms",
                    "family_name", "nom",
                    "birthdate", "naissance",
                    "gender", "sexe",
                    "birthcountry", "pays",
                    "birthplace", "commune");

    private final DemonstrationSeed.Stage stage;
    private final DemonstrationStore store;
    private final Clock clock;

    DemonstrationDataController(
            DemonstrationSeed.Stage stage, DemonstrationStore store, Clock clock) {
        this.stage = stage;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping
    Page show() {
        onlyInDemonstration();
        return page(Form.blank(Map.of("pays", "99100")));
    }

    /** How a provider behaves from now on, on every node. */
    @PostMapping("/{provider}/comportement")
    Object behave(
            @PathVariable String provider, @RequestParam MultiValueMap<String, String> parameters) {
        onlyInDemonstration();
        if (store.mode(provider).isEmpty()) {
            throw notFound();
        }
        var form = Form.of(parameters);
        var mode = form.read("comportement-" + provider, DemonstrationDataController::mode);
        if (mode.isEmpty()) {
            return page(form);
        }
        store.setMode(provider, mode.get());
        return seeOther();
    }

    /** Someone new; or the quotient of someone of this very civil status. */
    @PostMapping("/personnes")
    Object put(@RequestParam MultiValueMap<String, String> parameters) {
        onlyInDemonstration();
        var form = Form.of(parameters);
        var identity = identity(form);
        var quotient = form.read("quotient", Reading.whole(0, HIGHEST));
        if (store.persons().size() >= DemonstrationStore.MOST_PERSONS) {
            form.reject("nom", Refusal.of("exchange.demonstration.full"));
        }
        if (!form.ok() || identity.isEmpty() || quotient.isEmpty()) {
            return page(form);
        }
        store.putPerson(MadeUpPerson.of(identity.get(), quotient.get().intValue()));
        return seeOther();
    }

    @GetMapping("/personnes/{id}")
    Page edit(@PathVariable UUID id) {
        onlyInDemonstration();
        var person = store.person(id).orElseThrow(DemonstrationDataController::notFound);
        var typed = Map.of("quotient", Integer.toString(person.quotient()));
        return new DemonstrationPersonPage(person, Form.blank(typed));
    }

    @PostMapping("/personnes/{id}")
    Object change(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters) {
        onlyInDemonstration();
        var person = store.person(id).orElseThrow(DemonstrationDataController::notFound);
        var form = Form.of(parameters);
        var quotient = form.read("quotient", Reading.whole(0, HIGHEST));
        if (quotient.isEmpty()) {
            return new DemonstrationPersonPage(person, form);
        }
        store.setQuotient(id, quotient.get().intValue());
        return seeOther();
    }

    private Optional<IdentitePivot> identity(Form form) {
        var claims =
                Map.of(
                        "given_name", form.required("prenoms", 256),
                        "family_name", form.required("nom", 256),
                        "birthdate", form.required("naissance", 10),
                        "gender", form.required("sexe", 10),
                        "birthcountry", form.required("pays", 5),
                        "birthplace", form.optional("commune", 5));
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
        return switch (IdentitePivot.read(claims, today)) {
            case IdentitePivot.Reading.Accepted(var it) -> Optional.of(it);
            case IdentitePivot.Reading.Refused(var byClaim) -> {
                byClaim.forEach((claim, why) -> reject(form, claim, why));
                yield Optional.empty();
            }
        };
    }

    /** What was missing was told already. */
    private static void reject(Form form, String claim, Refusal why) {
        var field = FIELD_OF_CLAIM.getOrDefault(claim, claim);
        if (form.error(field).isEmpty()) {
            form.reject(field, why);
        }
    }

    private static Parsed<Mode> mode(String code) {
        return Mode.of(code).map(Parsed::valid).orElseGet(() -> Parsed.invalid("ui.form.choice"));
    }

    private Page page(Form form) {
        var providers =
                DemonstrationSeed.NAMES.entrySet().stream()
                        .map(
                                it ->
                                        new DemonstrationDataPage.Line(
                                                it.getKey(),
                                                it.getValue(),
                                                store.mode(it.getKey()).orElse(Mode.NORMAL)))
                        .toList();
        return new DemonstrationDataPage(providers, store.persons(), form);
    }

    private void onlyInDemonstration() {
        if (!stage.open()) {
            throw notFound();
        }
    }

    private static ResponseEntity<Void> seeOther() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(BASE)).build();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
