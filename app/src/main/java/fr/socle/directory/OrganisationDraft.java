package fr.socle.directory;

import fr.socle.kernel.Parsed;
import fr.socle.kernel.Siret;
import fr.socle.ui.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What someone says of an organisation.
 *
 * @param name 1 to 200 characters
 * @param parent the organisation above it, or null
 */
public record OrganisationDraft(
        Siret siret, String name, OrganisationType type, @Nullable OrganisationId parent) {

    /**
     * Reads {@code siret}, {@code name}, {@code type} and {@code parent}; empty when one is wrong.
     */
    public static Optional<OrganisationDraft> read(Form form) {
        var siret = form.read("siret", Siret::parse);
        var name = form.read("name", Names::parse);
        var type = form.read("type", OrganisationType::parse);
        var parent = form.readOptional("parent", OrganisationDraft::parent);
        return form.ok()
                ? Optional.of(
                        new OrganisationDraft(
                                siret.orElseThrow(),
                                name.orElseThrow(),
                                type.orElseThrow(),
                                parent.orElse(null)))
                : Optional.empty();
    }

    /** The same facts as a form shows them. */
    public Map<String, String> typed() {
        return Map.of(
                "siret",
                siret.formatted(),
                "name",
                name,
                "type",
                type.code(),
                "parent",
                parent == null ? "" : parent.toString());
    }

    /** The names of what differs, for the journal. */
    List<String> changedFrom(OrganisationDraft before) {
        var changed = new ArrayList<String>();
        if (!siret.equals(before.siret)) {
            changed.add("siret");
        }
        if (!name.equals(before.name)) {
            changed.add("name");
        }
        if (type != before.type) {
            changed.add("type");
        }
        if (!Objects.equals(parent, before.parent)) {
            changed.add("parent");
        }
        return changed;
    }

    private static Parsed<OrganisationId> parent(String text) {
        return OrganisationId.of(text)
                .map(Parsed::valid)
                .orElseGet(() -> Parsed.invalid("directory.organisation.parent"));
    }
}
