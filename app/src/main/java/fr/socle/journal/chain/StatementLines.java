package fr.socle.journal.chain;

import fr.socle.journal.Hash;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Link;
import fr.socle.journal.format.Merkle;
import fr.socle.journal.format.StatementHeader;
import fr.socle.journal.format.StatementLine;
import fr.socle.journal.format.StatementLine.Content;
import fr.socle.journal.format.StatementLine.Tie;
import fr.socle.journal.format.StatementWriter;
import fr.socle.journal.receipt.Disclosures;
import fr.socle.journal.store.ChainStore;
import fr.socle.journal.store.ChainStore.Opening;
import fr.socle.journal.store.ContentStore;
import fr.socle.journal.store.ContentStore.Row;
import fr.socle.journal.store.LinkReader;
import fr.socle.journal.store.TileStore;
import fr.socle.kernel.PersonRef;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes a statement's lines as they are read, some at a time, with no connection held while the
 * reader takes them.
 */
@Component
class StatementLines {

    private static final int BATCH = 200;

    private final ChainStore chains;
    private final ContentStore contents;
    private final TileStore tiles;
    private final Disclosures disclosures;

    StatementLines(
            ChainStore chains, ContentStore contents, TileStore tiles, Disclosures disclosures) {
        this.chains = chains;
        this.contents = contents;
        this.tiles = tiles;
        this.disclosures = disclosures;
    }

    void write(int log, StatementHeader header, PersonRef person, OutputStream out)
            throws IOException {
        var writer = new StatementWriter(out, header);
        var next = header.first();
        while (next <= header.leaf().n()) {
            var openings =
                    chains.from(log, header.leaf().key(), next, BATCH).stream()
                            .filter(it -> it.n() <= header.leaf().n())
                            .toList();
            if (openings.isEmpty()) {
                // because what is missing makes the statement false, and its reader must see that
                break;
            }
            for (var line : lines(log, header, openings, person)) {
                writer.add(line);
            }
            next = openings.getLast().n() + 1;
        }
        writer.finish();
    }

    private List<StatementLine> lines(
            int log, StatementHeader header, List<Opening> openings, PersonRef person) {
        var indexes = openings.stream().map(Opening::index).toList();
        var rows =
                contents.at(log, indexes).stream()
                        .collect(Collectors.toMap(Row::index, Function.identity()));
        var present = openings.stream().filter(it -> rows.containsKey(it.index())).toList();
        var content = disclosures.toPerson(List.copyOf(rows.values()), person);
        var paths = paths(log, present, Checkpoint.parse(header.note().text()).size());
        var lines = new ArrayList<StatementLine>();
        for (int i = 0; i < present.size(); i++) {
            var opening = present.get(i);
            var row = Objects.requireNonNull(rows.get(opening.index()));
            lines.add(
                    new StatementLine(
                            opening.n(),
                            opening.index(),
                            content(row, content),
                            tie(opening, row, header.first()),
                            paths.get(i)));
        }
        return lines;
    }

    /** All paths of a batch with one question to the tiles. */
    private List<List<Hash>> paths(int log, List<Opening> openings, long size) {
        return tiles.ask(
                log,
                nodes ->
                        openings.stream()
                                .map(it -> Merkle.inclusion(nodes, it.index(), size))
                                .toList());
    }

    private static Content content(Row row, Map<Long, Content> content) {
        var here = content.get(row.index());
        return here == null ? new Content.Gone(row.entry().commitment()) : here;
    }

    private static Tie tie(Opening opening, Row row, long first) {
        return opening.n() == first && first > 1
                ? new Tie.Closed(row.entry().link())
                : new Tie.Opened(opening.salt(), Link.sorted(LinkReader.hashes(opening.others())));
    }
}
