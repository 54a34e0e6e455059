package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.ListingRights;
import fr.socle.avis.observatoire.edition.LiveBoard;
import fr.socle.avis.observatoire.rgaa.DeclarationForm;
import fr.socle.avis.observatoire.rgaa.Declarations;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit of accessibility, declared by the administration. */
@Controller
@Requires(ListingRights.LIST_CODE)
@RequestMapping(Desk.HOME + "/{id}/accessibilite")
class DeclarationController {

    private final Desk desk;
    private final Declarations declarations;
    private final LiveBoard live;

    DeclarationController(Desk desk, Declarations declarations, LiveBoard live) {
        this.desk = desk;
        this.declarations = declarations;
        this.live = live;
    }

    @GetMapping
    Page ask(@PathVariable String id, HttpServletRequest request) {
        var listed = desk.managed(request, id);
        var typed = declarations.of(listed.id()).map(DeclarationForm::typed).orElseGet(Map::of);
        return new DeclarationEditPage(listed, Form.blank(typed));
    }

    @PostMapping
    Object declare(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request) {
        var listed = desk.managed(request, id);
        var form = Form.of(parameters);
        var read = DeclarationForm.read(form, listed.id(), live.today());
        if (read.isEmpty()) {
            return new DeclarationEditPage(listed, form);
        }
        declarations.declare(Desk.actor(request), listed, read.get());
        return Desk.seeOther(Desk.HOME + "?fait=declaree");
    }
}
