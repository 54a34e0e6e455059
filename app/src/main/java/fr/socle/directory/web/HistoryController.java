package fr.socle.directory.web;

import fr.socle.directory.DirectoryRights;
import fr.socle.directory.History;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was done in an organisation. */
@Controller
class HistoryController {

    private final History history;
    private final Desk desk;

    HistoryController(History history, Desk desk) {
        this.history = history;
        this.desk = desk;
    }

    @Requires(DirectoryRights.MANAGE_CODE)
    @GetMapping("/administration/organisations/{id}/historique")
    Page list(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String page,
            HttpServletRequest request) {
        var organisation = desk.managed(request, id);
        var list =
                Paged.of(
                        page,
                        "/administration/organisations/" + organisation.id() + "/historique",
                        (size, offset) -> history.of(organisation.id(), size, offset));
        return new HistoryPage(organisation, list);
    }
}
