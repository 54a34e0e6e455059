package fr.socle.directory.web;

import fr.socle.directory.ApiTokenDraft;
import fr.socle.directory.ApiTokenId;
import fr.socle.directory.ApiTokens;
import fr.socle.directory.Change;
import fr.socle.directory.DirectoryRights;
import fr.socle.ui.Page;
import fr.socle.ui.access.Requires;
import fr.socle.ui.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** API tokens, for who administers the whole directory. */
@Controller
@Requires(DirectoryRights.ADMINISTER_CODE)
@RequestMapping("/administration/jetons")
class TokensController {

    private static final String LIST = "/administration/jetons";
    private static final String NEW = LIST + "/nouveau";

    private final ApiTokens tokens;
    private final Clock clock;

    TokensController(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping
    Page list(
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String fait,
            HttpServletRequest request) {
        all(request);
        return new TokensPage(Paged.of(page, LIST, tokens::list), clock.instant(), Done.of(fait));
    }

    @GetMapping("/nouveau")
    Page blank(HttpServletRequest request) {
        all(request);
        return page(Form.blank(), request);
    }

    /** The secret is told by this answer alone: no redirect could carry it. */
    @PostMapping("/nouveau")
    Page create(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        all(request);
        var form = Form.of(parameters);
        return ApiTokenDraft.read(form, tokens.grantable(request))
                .<Page>map(it -> created(tokens.create(Desk.actor(request), it)))
                .orElseGet(() -> page(form, request));
    }

    @PostMapping("/{id}/revocation")
    Object revoke(@PathVariable String id, HttpServletRequest request) {
        all(request);
        var token = ApiTokenId.of(id).orElseThrow(Desk::notFound);
        return switch (tokens.revoke(Desk.actor(request), token)) {
            case Change.Done<?> _ -> Desk.seeOther(LIST + "?fait=revoque");
            case Change.Stale<?> _, Change.Refused<?> _, Change.Unknown<?> _ ->
                    throw Desk.notFound();
        };
    }

    private Page page(Form form, HttpServletRequest request) {
        var unproved =
                tokens.unproved(request).stream()
                        .map(it -> new TokenFormPage.Unproved(it.right().code(), it.proof(NEW)))
                        .toList();
        return new TokenFormPage(form, tokens.grantable(request), unproved);
    }

    private static Page created(ApiTokens.Created created) {
        return new TokenCreatedPage(created.token(), created.secret());
    }

    private static void all(HttpServletRequest request) {
        if (!Desk.administers(request)) {
            throw Desk.notFound();
        }
    }
}
