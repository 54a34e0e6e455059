package fr.socle.directory;

import fr.socle.kernel.Siret;
import org.jspecify.annotations.Nullable;

/**
 * An organisation of the directory.
 *
 * @param parent the organisation above it, or null
 * @param active an inactive one lets none of its agents in
 * @param demonstration made up, with every agent in it
 * @param version grows with each change
 * @param logo whether a logo can be shown
 */
public record Organisation(
        OrganisationId id,
        OrganisationDraft facts,
        boolean active,
        boolean demonstration,
        long version,
        boolean logo) {

    public String name() {
        return facts.name();
    }

    public Siret siret() {
        return facts.siret();
    }

    public OrganisationType type() {
        return facts.type();
    }

    public @Nullable OrganisationId parent() {
        return facts.parent();
    }
}
