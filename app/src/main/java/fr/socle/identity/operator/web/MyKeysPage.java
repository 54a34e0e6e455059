package fr.socle.identity.operator.web;

import fr.socle.identity.operator.Passkey;
import fr.socle.identity.operator.Passkeys.Offer;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator's passkeys.
 *
 * @param codes how many recovery codes still work
 * @param offer to make one more key; null when he must prove himself first
 * @param script its address
 */
public record MyKeysPage(
        List<Passkey> keys,
        int codes,
        @Nullable Offer offer,
        Form form,
        String script,
        @Nullable String done)
        implements Page {

    public MyKeysPage {
        keys = List.copyOf(keys);
    }

    /** The name of a key as it was typed, else as it is. */
    public Form renaming(Passkey key) {
        var field = "nom-" + key.id();
        return form.typed(field).isEmpty() && form.error(field).isEmpty()
                ? Form.blank(java.util.Map.of(field, key.label()))
                : form;
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
