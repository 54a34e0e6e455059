package fr.socle.identity.usager.web;

import fr.socle.identity.usager.Archive;
import fr.socle.identity.usager.HoldingsJson;
import fr.socle.ui.Page;
import fr.socle.ui.PageRenderer;
import fr.socle.ui.access.ForUsager;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Everything that a person may take away, after the journal said so. */
@Controller
@ForUsager
class HoldingsController {

    private final Archive archive;
    private final HoldingsJson json;
    private final PageRenderer renderer;

    HoldingsController(Archive archive, HoldingsJson json, PageRenderer renderer) {
        this.archive = archive;
        this.json = json;
        this.renderer = renderer;
    }

    @GetMapping("/mes-connexions/donnees")
    Page choose(HttpServletRequest request) {
        Desk.usager(request);
        return new HoldingsPage();
    }

    @PostMapping("/mes-connexions/donnees/json")
    ResponseEntity<byte[]> json(HttpServletRequest request) {
        var holdings = archive.takeAway(Desk.usager(request).person(), "JSON");
        return file("application/json", "mes-connexions.json", json.write(holdings));
    }

    @PostMapping("/mes-connexions/donnees/lecture")
    ResponseEntity<byte[]> read(HttpServletRequest request) {
        var holdings = archive.takeAway(Desk.usager(request).person(), "page à lire");
        var page = renderer.text(new PrintedHoldingsPage(holdings), request);
        return file(
                "text/html; charset=utf-8",
                "mes-connexions.html",
                page.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> file(String type, String name, byte[] content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Type", type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
