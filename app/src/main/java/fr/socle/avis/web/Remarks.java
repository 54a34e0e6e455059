package fr.socle.avis.web;

import fr.socle.avis.store.RemarkStore;
import fr.socle.avis.store.RemarkStore.About;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes remarks: whole, or not at all. */
@Component
class Remarks {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Map<String, About> ABOUTS =
            Arrays.stream(About.values()).collect(Collectors.toMap(About::code, it -> it));

    private final RemarkStore store;
    private final OpenDoor door;
    private final Clock clock;

    Remarks(RemarkStore store, OpenDoor door, Clock clock) {
        this.store = store;
        this.door = door;
        this.clock = clock;
    }

    Object keep(Filled filled, Form typed, HttpServletRequest request) {
        var about = typed.read("bug_kind", Reading.among(ABOUTS));
        var text = typed.required("verbatim", Answers.MAX_VERBATIM);
        if (!typed.ok()) {
            return RemarkPage.of(filled, typed);
        }
        if (door.flooded(typed, "verbatim", filled.judged().id(), request)) {
            return RemarkPage.of(filled, typed).flooded();
        }
        var given =
                new RemarkStore.Given(
                        filled.once(),
                        filled.judged().id(),
                        filled.form().id(),
                        filled.questions().number(),
                        about.orElseThrow(),
                        text);
        store.add(given, LocalDate.now(clock.withZone(PARIS)));
        return OpinionForm.seeOther(
                filled.place().thanks(filled.judged().id(), OpinionForm.masked(text)));
    }
}
