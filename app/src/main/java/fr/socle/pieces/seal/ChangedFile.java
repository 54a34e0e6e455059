package fr.socle.pieces.seal;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sealed file is not as it was written: cut, changed, or another one. */
public final class ChangedFile extends IOException {

    ChangedFile(UUID file, @Nullable Exception cause) {
        super("the sealed file " + file + " is not as it was written", cause);
    }
}
