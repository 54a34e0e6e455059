package fr.socle.avis.observatoire.web;

import fr.socle.avis.observatoire.edition.Editions;
import fr.socle.avis.observatoire.edition.LiveBoard;
import fr.socle.avis.observatoire.indicator.Opinions;
import fr.socle.avis.observatoire.listing.ListedDemarche;
import fr.socle.avis.observatoire.listing.Listings;
import fr.socle.avis.observatoire.rgaa.Declarations;
import fr.socle.house.PublicAddress;
import fr.socle.ui.Page;
import fr.socle.ui.access.Public;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** One listed procedure: its indicators, its declaration of accessibility, its card. */
@Controller
@Public
@RequestMapping("/observatoire/{id}")
class OneController {

    private static final int EDITIONS_SHOWN = 8;

    private final Listings listings;
    private final Sources sources;
    private final Declarations declarations;
    private final PublicAddress house;

    /** Where the figures come from. */
    @org.springframework.stereotype.Component
    record Sources(LiveBoard live, Editions editions, Opinions opinions) {}

    OneController(
            Listings listings, Sources sources, Declarations declarations, PublicAddress house) {
        this.listings = listings;
        this.sources = sources;
        this.declarations = declarations;
        this.house = house;
    }

    @GetMapping
    Page show(@PathVariable String id) {
        var listed = listed(id);
        var live = sources.live();
        return new OnePage(
                live.line(listed),
                sources.opinions().of(listed.id(), live.first(), live.today()),
                live.enough(),
                live.activity(listed.id()).orElse(null),
                live.uptime(listed.id()),
                sources.editions().history(listed.id(), EDITIONS_SHOWN),
                declarations.of(listed.id()).isPresent(),
                house.value());
    }

    /** The declaration that the law wants, made of what was declared. */
    @GetMapping("/accessibilite")
    Page accessibility(@PathVariable String id) {
        var listed = listed(id);
        return declarations
                .of(listed.id())
                .map(it -> new DeclarationPage(listed, it))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ListedDemarche listed(String id) {
        return read(id).flatMap(listings::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static Optional<UUID> read(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }
}
