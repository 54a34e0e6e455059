package fr.socle.identity.usager.web;

import fr.socle.identity.session.UsagerCookie;
import fr.socle.identity.usager.AllSessions;
import fr.socle.identity.usager.Devices;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The devices of a person, and the end of all their sessions. */
@Controller
@ForUsager
class DevicesController {

    private final Devices devices;
    private final AllSessions sessions;
    private final UsagerCookie cookie;

    DevicesController(Devices devices, AllSessions sessions, UsagerCookie cookie) {
        this.devices = devices;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @GetMapping("/mes-connexions/appareils")
    Page list(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        var person = Desk.usager(request).person();
        return new DevicesPage(
                devices.of(person), devices.present(person, request).orElse(null), Desk.done(fait));
    }

    @PostMapping("/mes-connexions/appareils/{id}/oubli")
    Object forget(@PathVariable String id, HttpServletRequest request) {
        var person = Desk.usager(request).person();
        var forgotten = id(id).filter(it -> devices.forget(person, it)).isPresent();
        if (!forgotten) {
            throw Desk.notFound();
        }
        return Desk.seeOther("/mes-connexions/appareils?fait=appareil");
    }

    @PostMapping("/mes-connexions/deconnexion-partout")
    Object leaveEverywhere(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(Desk.usager(request).person());
        cookie.remove(request, response);
        return Desk.seeOther("/connexion");
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
