package fr.socle.demarches.definition;

import java.util.Arrays;
import java.util.Optional;

/** Where an answer comes from before anybody types: the usager need not say what is known. */
public sealed interface Source {

    /** What the federation said of the usager at sign-in. */
    record Identite(Claim claim) implements Source {}

    /**
     * What another administration knows, asked through the gateway.
     *
     * @param dataset code of a data set of the catalogue
     * @param field code of one of its fields
     */
    record Echange(String dataset, String field) implements Source {}

    /** The facts of the civil status, by their names in OpenID Connect. */
    enum Claim {
        FAMILY_NAME("family_name"),
        /** The name in use, when it is not the name at birth. */
        PREFERRED_USERNAME("preferred_username"),
        GIVEN_NAME("given_name"),
        BIRTHDATE("birthdate"),
        GENDER("gender"),
        BIRTHPLACE("birthplace"),
        EMAIL("email");

        private final String code;

        Claim(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Claim> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
        }

        /** Whether a field of this type can take it. */
        public boolean fits(ChampType type) {
            return switch (this) {
                case BIRTHDATE -> type instanceof ChampType.Jour || plain(type);
                case EMAIL -> type instanceof ChampType.Email || plain(type);
                case FAMILY_NAME, PREFERRED_USERNAME, GIVEN_NAME, GENDER, BIRTHPLACE -> plain(type);
            };
        }

        private static boolean plain(ChampType type) {
            return type instanceof ChampType.Texte;
        }
    }
}
