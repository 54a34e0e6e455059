package fr.socle.ui.api;

import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.List;
import java.util.function.Function;

/** Which lines of a list are wanted: {@code page} from 1 and {@code size} up to 100. */
public record Wanted(int page, int size) {

    private static final long SIZE = 20;
    private static final int SIZE_MAX = 100;
    private static final int PAGE_MAX = 1_000_000;

    /**
     * @throws ApiProblem 422 for a number that is none or is too large, and for whatever else was
     *     wrong in the query before
     */
    public static Wanted of(Form query) {
        var page = query.readOptional("page", Reading.whole(1, PAGE_MAX)).orElse(1L);
        var size = query.readOptional("size", Reading.whole(1, SIZE_MAX)).orElse(SIZE);
        if (!query.ok()) {
            throw ApiProblem.of(query);
        }
        return new Wanted(page.intValue(), size.intValue());
    }

    public long offset() {
        return (page - 1L) * size;
    }

    public <T, V> Lines<V> lines(List<T> lines, long total, Function<T, V> view) {
        return new Lines<>(lines.stream().map(view).toList(), page, size, total);
    }
}
