package fr.socle.directory.api;

import fr.socle.directory.DirectoryRights;
import fr.socle.directory.History;
import fr.socle.directory.api.Views.HistoryView;
import fr.socle.directory.web.Desk;
import fr.socle.ui.access.Requires;
import fr.socle.ui.api.Lines;
import fr.socle.ui.api.Wanted;
import fr.socle.ui.form.Form;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done in an organisation, for machines. */
@RestController
@Requires(DirectoryRights.MANAGE_CODE)
@Tag(name = "Annuaire : organisations")
@SecurityRequirement(name = "jeton")
@RequestMapping(Api.BASE + "/organisations/{id}/history")
class HistoryApi {

    private final History history;
    private final Desk desk;

    HistoryApi(History history, Desk desk) {
        this.history = history;
        this.desk = desk;
    }

    @GetMapping
    @Operation(
            summary = "Lit l’historique d’une organisation, l’acte le plus récent d’abord",
            description = "Paramètres : page (à partir de 1), size (100 au plus).")
    Lines<HistoryView> list(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            HttpServletRequest request) {
        var wanted = Wanted.of(Form.of(query));
        var organisation = desk.managed(request, id);
        return Api.lines(
                wanted,
                history.of(organisation.id(), wanted.size(), wanted.offset()),
                HistoryView::of);
    }
}
