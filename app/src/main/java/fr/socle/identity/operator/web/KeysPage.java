package fr.socle.identity.operator.web;

import fr.socle.identity.operator.KeyDesk.KeyLine;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signing keys, by issuer, the newest first. */
public record KeysPage(List<KeyLine> keys, Form form, @Nullable String done) implements Page {

    public KeysPage {
        keys = List.copyOf(keys);
    }

    public List<String> owners() {
        return keys.stream().map(KeyLine::owner).distinct().toList();
    }

    public List<KeyLine> of(String owner) {
        return keys.stream().filter(it -> it.owner().equals(owner)).toList();
    }

    /** The key of the word that tells where a key is in its life. */
    public static String stage(KeyLine key) {
        return switch (key.stage()) {
            case NEXT -> "identity.keys.next";
            case SIGNS -> "identity.keys.signs";
            case RETIRED -> "identity.keys.retired";
        };
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
