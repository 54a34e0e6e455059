package fr.socle.demarches.definition;

import java.util.Locale;

/**
 * A number that an official register gave and whose form can be checked; its answer is a text
 * without spaces.
 */
public record Numero(Registre registre) implements ChampType {

    /** The registers, in the order of the page that offers them. */
    public enum Registre {
        /** INSEE: an establishment. */
        SIRET,
        /** An account (ISO 13616). */
        IBAN,
        /** An association: W and nine digits, since 2009. */
        RNA,
        /** A foundation: {@code 075-FDD-00003-01}. */
        RNF,
        /** A commitment of expenses in Chorus, ten digits. */
        ENGAGEMENT_JURIDIQUE
    }

    @Override
    public String code() {
        return registre.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
