package fr.socle.directory;

import fr.socle.kernel.NormalName;
import org.jspecify.annotations.Nullable;

/**
 * Which organisations are wanted.
 *
 * @param text part of a name, accents and case forgiven, or the start of a SIRET; empty for all
 * @param type null for all
 * @param active null for all
 * @param only the single one that the visitor may see; null when he may see all
 */
public record OrganisationSearch(
        String text,
        @Nullable OrganisationType type,
        @Nullable Boolean active,
        @Nullable OrganisationId only) {

    public static final OrganisationSearch ALL = new OrganisationSearch("", null, null, null);

    /**
     * Holds no character that LIKE understands, since a normal name has letters and digits only.
     */
    public String normal() {
        return NormalName.of(text).value();
    }

    /** The digits of a SIRET typed in groups; a text that holds anything else stays whole. */
    public String digits() {
        var bare = text.replaceAll("\\s", "");
        return bare.matches("[0-9]+") ? bare : "-";
    }
}
