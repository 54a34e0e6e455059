package fr.socle.house;

import org.jspecify.annotations.Nullable;

/** A sealed secret does not open: another master key, another context, or changed bytes. */
public final class BrokenSeal extends RuntimeException {

    BrokenSeal(@Nullable Exception cause) {
        super("this secret was not sealed here: another master key, or changed since", cause);
    }
}
