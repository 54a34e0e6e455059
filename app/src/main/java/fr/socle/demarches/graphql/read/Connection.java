package fr.socle.demarches.graphql.read;

import fr.socle.demarches.graphql.read.Window.Cursor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One page of a list, in the order in which the client asked for it. */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo) {

    public record Edge<T>(String cursor, T node) {}

    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /**
     * @param read one line more than the page, if there is one, in the order of reading
     * @param nodes makes them of the page's lines, all at once
     */
    static <R, T> Connection<T> of(
            Window window,
            List<R> read,
            Function<R, Cursor> cursor,
            Function<List<R>, List<T>> nodes) {
        boolean more = read.size() > window.size();
        var page = more ? read.subList(0, window.size()) : read;
        var lines = window.backwards() ? page.reversed() : page;
        var made = nodes.apply(lines);
        var edges =
                IntStream.range(0, lines.size())
                        .mapToObj(
                                i -> new Edge<>(cursor.apply(lines.get(i)).written(), made.get(i)))
                        .toList();
        boolean before = window.from() != null;
        return new Connection<>(
                edges,
                new PageInfo(
                        window.backwards() ? before : more,
                        window.backwards() ? more : before,
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()));
    }
}
