package fr.socle.kernel;

import java.util.List;

/**
 * Why a value was refused: a key of the block's messages, and what the sentence quotes.
 *
 * @param key stable, starts with the block's name ({@code kernel.siret.luhn}); machines read it as
 *     the error code
 * @param arguments numbers and strings that the sentence quotes, in order
 */
public record Refusal(String key, List<Object> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal of(String key, Object... arguments) {
        return new Refusal(key, List.of(arguments));
    }
}
