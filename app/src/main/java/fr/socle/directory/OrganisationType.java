package fr.socle.directory;

import fr.socle.kernel.Parsed;
import java.util.Arrays;

/** What an organisation is. Its label is the message {@code directory.type.<code>}. */
public enum OrganisationType {
    MINISTERE("ministere"),
    REGION("region"),
    DEPARTEMENT("departement"),
    COMMUNE("commune"),
    EPCI("epci"),
    ETABLISSEMENT_PUBLIC("etablissement-public"),
    ETABLISSEMENT_SCOLAIRE("etablissement-scolaire"),
    ASSOCIATION("association"),
    ENTREPRISE("entreprise"),
    AUTRE("autre");

    private final String code;

    OrganisationType(String code) {
        this.code = code;
    }

    /** The stable word of tables, forms and the API. */
    public String code() {
        return code;
    }

    public String label() {
        return "directory.type." + code;
    }

    public static Parsed<OrganisationType> parse(String code) {
        return Arrays.stream(values())
                .filter(it -> it.code.equals(code))
                .findFirst()
                .map(Parsed::valid)
                .orElseGet(() -> Parsed.invalid("directory.organisation.type"));
    }
}
