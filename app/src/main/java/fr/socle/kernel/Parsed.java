package fr.socle.kernel;

import java.util.NoSuchElementException;
import java.util.function.Function;

/** What reading an outside value gives: the value, or the reason why it was refused. */
public sealed interface Parsed<T> {

    record Valid<T>(T value) implements Parsed<T> {}

    record Invalid<T>(Refusal refusal) implements Parsed<T> {}

    static <T> Parsed<T> valid(T value) {
        return new Valid<>(value);
    }

    static <T> Parsed<T> invalid(String key, Object... arguments) {
        return new Invalid<>(Refusal.of(key, arguments));
    }

    default <R> Parsed<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Valid<T>(var value) -> new Valid<>(change.apply(value));
            case Invalid<T>(var refusal) -> new Invalid<>(refusal);
        };
    }

    /**
     * The value, where a refusal would be a bug: constants, rows that we wrote ourselves.
     *
     * @throws NoSuchElementException naming the refusal
     */
    default T orThrow() {
        return switch (this) {
            case Valid<T>(var value) -> value;
            case Invalid<T>(var refusal) ->
                    throw new NoSuchElementException(
                            "refused: " + refusal.key() + " " + refusal.arguments());
        };
    }
}
