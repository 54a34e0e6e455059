package fr.socle.exchange.desk.web;

import fr.socle.exchange.ExchangeRights;
import fr.socle.exchange.desk.ProviderDesk;
import fr.socle.exchange.desk.ProviderLine;
import fr.socle.exchange.desk.Saved;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The data providers: looked at, put in service, cut off. */
@Controller
@Requires(ExchangeRights.OPERATE_CODE)
@RequestMapping(Asked.HOME)
class ProvidersController {

    private final ProviderDesk desk;

    ProvidersController(ProviderDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Page list() {
        return new ProvidersPage(desk.all());
    }

    @GetMapping("/jeux/{code}")
    Page show(@PathVariable String code, @RequestParam(defaultValue = "") String fait) {
        return new ProviderPage(found(code), Asked.done(fait), null);
    }

    /**
     * @param actif {@code oui} or {@code non}
     */
    @PostMapping("/jeux/{code}/etat")
    Object activate(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String actif,
            HttpServletRequest request) {
        var on =
                switch (actif) {
                    case "oui" -> true;
                    case "non" -> false;
                    default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                };
        return switch (desk.activate(Asked.actor(request), code, on)) {
            case Saved.Done _ ->
                    Asked.seeOther(Asked.ONE + code + "?fait=" + (on ? "service" : "coupe"));
            case Saved.Refused(_, var why) -> new ProviderPage(found(code), null, why);
            case Saved.Stale _, Saved.Unknown _ -> throw Asked.notFound();
        };
    }

    private ProviderLine found(String code) {
        return desk.find(code).orElseThrow(Asked::notFound);
    }
}
