package fr.socle.directory;

import fr.socle.kernel.Parsed;
import fr.socle.ui.form.Form;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What someone says of a service.
 *
 * @param name 1 to 200 characters, once under the same parent
 * @param parent the service above it, or null
 */
public record ServiceDraft(String name, @Nullable ServiceId parent) {

    /** Reads {@code name} and {@code parent}; empty when one is wrong. */
    public static Optional<ServiceDraft> read(Form form) {
        var name = form.read("name", Names::parse);
        var parent = form.readOptional("parent", ServiceDraft::parent);
        return form.ok()
                ? Optional.of(new ServiceDraft(name.orElseThrow(), parent.orElse(null)))
                : Optional.empty();
    }

    /** The same facts as a form shows them. */
    public static Map<String, String> typed(Service service) {
        var parent = service.parent();
        return Map.of("name", service.name(), "parent", parent == null ? "" : parent.toString());
    }

    /** The parent's id as a row keeps it. */
    public @Nullable UUID parentValue() {
        return parent == null ? null : parent.value();
    }

    private static Parsed<ServiceId> parent(String text) {
        return ServiceId.of(text)
                .map(Parsed::valid)
                .orElseGet(() -> Parsed.invalid("directory.service.parent"));
    }
}
