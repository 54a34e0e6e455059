package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.ListingRights;
import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.avis.observatoire.listing.ListedDemarche.Facts;
import fr.socle.avis.observatoire.listing.ListedForm;
import fr.socle.avis.observatoire.listing.Listings;
import fr.socle.directory.Change;
import fr.socle.house.OutsideHttp;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The procedures that an administration lists: created, changed, withdrawn. */
@Controller
@Requires(ListingRights.LIST_CODE)
@RequestMapping(Desk.HOME)
class ListingController {

    private final Listings listings;
    private final Desk desk;
    private final OutsideHttp http;

    ListingController(Listings listings, Desk desk, OutsideHttp http) {
        this.listings = listings;
        this.desk = desk;
        this.http = http;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String fait, HttpServletRequest request) {
        return new ListingsPage(desk.managed(request), ListingsPage.done(fait));
    }

    @GetMapping("/nouvelle")
    Page ask(HttpServletRequest request) {
        var name = Desk.visitor(request).organisationName();
        return ListedPage.fresh(Form.blank(Map.of(ListedForm.ADMINISTRATION, name)));
    }

    @PostMapping("/nouvelle")
    Object create(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var form = Form.of(parameters);
        var facts = ListedForm.read(form, http::isClosed);
        if (facts.isEmpty()) {
            return ListedPage.fresh(form);
        }
        var owner = Desk.organisation(request);
        return answer(listings.create(Desk.actor(request), owner, facts.get()), form, null);
    }

    @GetMapping("/{id}")
    Page edit(@PathVariable String id, HttpServletRequest request) {
        var listed = desk.managed(request, id);
        return ListedPage.of(listed, Form.blank(ListedForm.typed(listed.facts())));
    }

    @PostMapping("/{id}")
    Object change(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var present = desk.managed(request, id);
        var form = Form.of(parameters);
        var facts = read(form, present);
        if (facts.isEmpty()) {
            return ListedPage.of(present, form);
        }
        if (form.version() != present.version()) {
            return ListedPage.stale(present, form);
        }
        return answer(listings.change(Desk.actor(request), present, facts.get()), form, present);
    }

    @PostMapping("/{id}/retrait")
    Object withdraw(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var present = desk.managed(request, id);
        if (present.onSocle()) {
            throw Desk.notFound();
        }
        if (Form.of(parameters).version() != present.version()
                || !(listings.withdraw(Desk.actor(request), present)
                        instanceof Change.Done<ListedDemarche>)) {
            throw Desk.conflict();
        }
        return Desk.seeOther(Desk.HOME + "?fait=retiree");
    }

    private Optional<Facts> read(Form form, ListedDemarche present) {
        return present.onSocle()
                ? ListedForm.readAddition(form, present.facts())
                : ListedForm.read(form, http::isClosed);
    }

    private static Object answer(
            Change<ListedDemarche> change,
            Form form,
            @org.jspecify.annotations.Nullable ListedDemarche present) {
        return switch (change) {
            case Change.Done<ListedDemarche> _ -> Desk.seeOther(Desk.HOME + "?fait=enregistree");
            case Change.Stale<ListedDemarche>(var now) -> ListedPage.stale(now, form);
            case Change.Unknown<ListedDemarche> _ -> throw Desk.notFound();
            case Change.Refused<ListedDemarche>(var field, var why) -> {
                form.reject(field, why);
                yield present == null ? ListedPage.fresh(form) : ListedPage.of(present, form);
            }
        };
    }
}
