package fr.socle.identity.usager.web;

import fr.socle.identity.Usagers;
import fr.socle.identity.usager.Agreed;
import fr.socle.identity.usager.Agreements;
import fr.socle.identity.usager.Decisions.Author;
import fr.socle.identity.usager.Notices;
import fr.socle.ui.Page;
import fr.socle.ui.access.ForUsager;
import fr.socle.ui.access.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How a person takes back what they agreed to: a page says what follows, a press does it. */
@Controller
@ForUsager
@RequestMapping(AgreementsController.BASE)
class AgreementsController {

    static final String BASE = "/mes-connexions/accords";

    private static final String SETTINGS = "/mes-connexions/reglages";

    private final Agreements agreements;
    private final Usagers usagers;

    AgreementsController(Agreements agreements, Usagers usagers) {
        this.agreements = agreements;
        this.usagers = usagers;
    }

    @GetMapping("/{service}")
    Page ask(@PathVariable String service, HttpServletRequest request) {
        return new AgreementPage(new AgreementView(agreed(Desk.usager(request), service)));
    }

    /** Of two presses at once, one takes it back and the other finds nothing. */
    @PostMapping("/{service}/retrait")
    Object withdraw(@PathVariable String service, HttpServletRequest request) {
        var usager = Desk.usager(request);
        var agreed = agreed(usager, service);
        var author = new Author(usagers.connected(usager), Notices.language(request));
        if (!agreements.withdraw(author, agreed.client())) {
            throw Desk.notFound();
        }
        // because who takes it back from these very pages is signed in no more
        return new AgreementView(agreed).isOurs()
                ? Desk.seeOther("/")
                : Desk.seeOther(SETTINGS + "?fait=accord-retire");
    }

    /** One's own: nobody else's is ever found. */
    private Agreed agreed(Visitor.Usager usager, String service) {
        if (service.length() > SettingsDesk.LONGEST_ID) {
            throw Desk.notFound();
        }
        return agreements.of(usager.person(), service).orElseThrow(Desk::notFound);
    }
}
