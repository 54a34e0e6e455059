package fr.socle.journal.chain;

import fr.socle.journal.Audience;
import fr.socle.journal.JournalSettings;
import fr.socle.journal.Statement;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.StatementHeader;
import fr.socle.journal.log.Pseudonyms;
import fr.socle.journal.receipt.Disclosures;
import fr.socle.journal.store.ChainStore;
import fr.socle.journal.store.CheckpointStore;
import fr.socle.journal.store.CheckpointStore.Cosigned;
import fr.socle.journal.store.CheckpointStore.Endorsed;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.LogHead;
import fr.socle.journal.store.LogStore;
import fr.socle.journal.store.MapStore;
import fr.socle.journal.store.MapStore.LastMap;
import fr.socle.journal.store.TileStore;
import fr.socle.kernel.PersonRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the statement by which a person proves that no line about them is missing. If the last map
 * does not know their last line, a new one is made first, at most every ten seconds; then its
 * signature is awaited, and that of a witness where there are some.
 */
@Component
public class Statements {

    private static final Duration MAP_PAUSE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final LogStore logs;
    private final MapStore maps;
    private final ChainStore chains;
    private final ContentStore contents;
    private final CheckpointStore checkpoints;
    private final TileStore tiles;
    private final StatementLines lines;
    private final Disclosures disclosures;
    private final Pseudonyms pseudonyms;
    private final MapMaker maker;
    private final JournalSettings settings;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    Statements(
            LogStore logs,
            MapStore maps,
            ChainStore chains,
            ContentStore contents,
            CheckpointStore checkpoints,
            TileStore tiles,
            StatementLines lines,
            Disclosures disclosures,
            Pseudonyms pseudonyms,
            MapMaker maker,
            JournalSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.logs = logs;
        this.maps = maps;
        this.chains = chains;
        this.contents = contents;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.lines = lines;
        this.disclosures = disclosures;
        this.pseudonyms = pseudonyms;
        this.maker = maker;
        this.settings = settings;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /**
     * The person's statement from the open log; empty as long as no signed map knows them. It may
     * take some seconds.
     */
    public Optional<Statement> of(PersonRef person) {
        if (!mapped(person)) {
            maker.makeWhenOlderThan(MAP_PAUSE);
        }
        var until = clock.instant().plus(PATIENCE);
        var found = now(person);
        while (!good(found) && clock.instant().isBefore(until) && pause()) {
            found = now(person);
        }
        return found;
    }

    /** The statement as of the last map, if that is signed. */
    public Optional<Statement> now(PersonRef person) {
        return Objects.requireNonNull(
                snapshot.execute(_ -> logs.current().flatMap(head -> of(head, person))));
    }

    private boolean good(Optional<Statement> found) {
        return found.filter(it -> it.witnesses() > 0 || settings.witnesses().isEmpty()).isPresent();
    }

    /** Whether the last map knows the person's last line. */
    private boolean mapped(PersonRef person) {
        return Boolean.TRUE.equals(
                snapshot.execute(
                        _ ->
                                logs.current()
                                        .flatMap(
                                                head ->
                                                        head.links()
                                                                .map(
                                                                        it ->
                                                                                mapped(
                                                                                        head, it,
                                                                                        person)))
                                        .orElse(false)));
    }

    private boolean mapped(LogHead head, LogHead.Links links, PersonRef person) {
        var key = pseudonyms.of(links).of(person);
        var standing = chains.standing(head.log(), List.of(key)).get(key);
        var place = MapPlace.of(key, maps.pages(head.log(), MapPlace.paths(key)));
        return standing == null
                || place.filter(it -> it.leaf().equals(standing.last())).isPresent();
    }

    private Optional<Statement> of(LogHead head, PersonRef person) {
        var last = maps.last(head.log()).filter(it -> it.entry() != null);
        if (last.isEmpty() || head.links().isEmpty()) {
            return Optional.empty();
        }
        var key = pseudonyms.of(head.links().get()).of(person);
        return MapPlace.of(key, maps.pages(head.log(), MapPlace.paths(key)))
                .flatMap(place -> of(head, last.get(), place, person));
    }

    private Optional<Statement> of(LogHead head, LastMap map, MapPlace place, PersonRef person) {
        return contents.place(Objects.requireNonNull(map.entry()))
                .filter(at -> at.log() == head.log())
                .flatMap(at -> contents.find(at.log(), at.index()))
                .flatMap(
                        row ->
                                checkpoints
                                        .best(head.log(), row.index())
                                        .map(it -> of(head, map, row, it, place, person)));
    }

    private Statement of(
            LogHead head,
            LastMap map,
            ContentStore.Row row,
            Endorsed endorsed,
            MapPlace place,
            PersonRef person) {
        var leaf = place.leaf();
        var first = chains.first(head.log(), leaf.key()).filter(it -> it <= leaf.n());
        var header =
                new StatementHeader(
                        endorsed.note(),
                        endorsed.witnesses().stream().map(Cosigned::witness).toList(),
                        place(head.log(), row, endorsed.checkpoint().size()),
                        disclosures.toReader(row, Audience.AUDITEUR),
                        leaf,
                        place.path(),
                        first.orElse(leaf.n() + 1));
        var at = row.content() == null ? map.madeAt() : row.content().writtenAt();
        return statement(head.log(), header, at, person);
    }

    private Statement statement(int log, StatementHeader header, Instant at, PersonRef person) {
        return new Statement(
                header.first(),
                header.leaf().n(),
                at,
                header.witnesses().size(),
                out -> lines.write(log, header, person, out));
    }

    private StatementHeader.Place place(int log, ContentStore.Row row, long size) {
        return new StatementHeader.Place(
                row.index(),
                row.entry().link(),
                tiles.ask(log, it -> Merkle.inclusion(it, row.index(), size)));
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
