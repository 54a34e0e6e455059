package fr.socle.journal.web;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Tiles;
import fr.socle.journal.log.Regression.Standing;
import fr.socle.journal.publish.Publisher;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import fr.socle.journal.store.TileStore;
import fr.socle.ui.access.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log as static resources (c2sp.org/tlog-tiles): checkpoint, tiles, entry bundles. Nothing but
 * hashes and random bytes leaves here. What lies before the minimum index, or was not published
 * yet, is not found.
 */
@RestController
@Public
class TileController {

    private static final Pattern PLACE =
            Pattern.compile("((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl ONE_SECOND =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

    /**
     * @param width how many hashes or entries are asked for; 256 is the whole tile
     */
    private record Place(long n, int width) {}

    private final LogStore logs;
    private final TileStore tiles;
    private final ContentStore contents;
    private final CheckpointStore checkpoints;
    private final Publisher publisher;

    TileController(
            LogStore logs,
            TileStore tiles,
            ContentStore contents,
            CheckpointStore checkpoints,
            Publisher publisher) {
        this.logs = logs;
        this.tiles = tiles;
        this.contents = contents;
        this.checkpoints = checkpoints;
        this.publisher = publisher;
    }

    /** 503 with the reason while the database holds less, or something else, than was published. */
    @GetMapping("/journal/{log:[0-9]{1,4}}/checkpoint")
    ResponseEntity<String> checkpoint(@PathVariable int log) {
        var reason = contradiction(publisher.standing(), log);
        if (reason.isPresent()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .cacheControl(CacheControl.noStore())
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .body(reason.get());
        }
        return checkpoints
                .last(log)
                .map(
                        it ->
                                ResponseEntity.ok()
                                        .cacheControl(ONE_SECOND)
                                        .header("Content-Type", "text/plain; charset=utf-8")
                                        .body(it.note().write()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /**
     * The key that signs this log, as a verifier key. Trust it only if you have it from elsewhere
     * too.
     */
    @GetMapping("/journal/{log:[0-9]{1,4}}/cle")
    ResponseEntity<String> key(@PathVariable int log) {
        return logs.find(log)
                .map(
                        head ->
                                ResponseEntity.ok()
                                        .header("Content-Type", "text/plain; charset=utf-8")
                                        .body(head.verifier().text() + "\n"))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/journal/{log:[0-9]{1,4}}/tile/{level:[0-9]|[1-5][0-9]|6[0-3]}/**")
    ResponseEntity<byte[]> tile(
            @PathVariable int log, @PathVariable int level, HttpServletRequest request) {
        return place(request, "/tile/" + level + "/")
                .flatMap(
                        place ->
                                servable(log, level, place)
                                        .flatMap(_ -> tiles.find(log, level, place.n()))
                                        .map(
                                                hashes ->
                                                        Arrays.copyOf(
                                                                hashes,
                                                                place.width() * Hash.BYTES)))
                .map(TileController::bytes)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/journal/{log:[0-9]{1,4}}/tile/entries/**")
    ResponseEntity<byte[]> entries(@PathVariable int log, HttpServletRequest request) {
        return place(request, "/tile/entries/")
                .flatMap(place -> servable(log, 0, place).flatMap(_ -> bundle(log, place)))
                .map(TileController::bytes)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Of the open log only: an earlier one is closed, and its last state stays what it was. */
    private Optional<String> contradiction(Standing standing, int log) {
        var reason =
                switch (standing) {
                    case Standing.Sound _ -> Optional.<String>empty();
                    case Standing.Behind(var published, var found) ->
                            Optional.of(sizes("behind", published, found));
                    case Standing.Forked(var published, var found) ->
                            Optional.of(sizes("forked", published, found));
                };
        return reason.filter(_ -> logs.current().filter(it -> it.log() == log).isPresent());
    }

    private static String sizes(String reason, Checkpoint published, Checkpoint found) {
        return "%s: published size %d, database size %d\n"
                .formatted(reason, published.size(), found.size());
    }

    /** The head, if this tile is published and not pruned. */
    private Optional<LogHead> servable(int log, int level, Place place) {
        var published = checkpoints.last(log).map(CheckpointStore.Published::size).orElse(0L);
        if (Tiles.width(level, place.n(), published) < place.width()) {
            return Optional.empty();
        }
        return logs.find(log).filter(head -> end(level, place.n()) > head.minimum());
    }

    /** The tile's end index, beyond which nothing of it lies. */
    private static double end(int level, long n) {
        return (n + 1) * Math.pow(Tiles.WIDTH, level + 1.0);
    }

    /**
     * Nothing when it is pruned just now: what leaves here is kept for ever by those who read it.
     */
    private Optional<byte[]> bundle(int log, Place place) {
        var entries = contents.entries(log, place.n() * Tiles.WIDTH, place.width());
        if (entries.size() < place.width()) {
            return Optional.empty();
        }
        var bundle = new ByteArrayOutputStream();
        for (var entry : entries) {
            bundle.write(entry.length >> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return Optional.of(bundle.toByteArray());
    }

    private static Optional<Place> place(HttpServletRequest request, String after) {
        var uri = request.getRequestURI();
        var match = PLACE.matcher(uri.substring(uri.indexOf(after) + after.length()));
        if (!match.matches()) {
            return Optional.empty();
        }
        var n = Long.parseLong(match.group(1).replaceAll("[x/]", ""));
        var width = match.group(2) == null ? Tiles.WIDTH : Integer.parseInt(match.group(2));
        return Tiles.path(n).equals(match.group(1))
                        && width <= Tiles.WIDTH
                        && (match.group(2) == null || width < 256)
                ? Optional.of(new Place(n, width))
                : Optional.empty();
    }

    private static ResponseEntity<byte[]> bytes(byte[] body) {
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(body);
    }
}
