package fr.socle.kernel;

/**
 * A code of the code officiel géographique (INSEE). A code that exists here is in the official
 * tables, now or in the past; nothing is built from a code that they do not know.
 */
public sealed interface CodeCog permits CodeCommune, CodeDepartement, CodeRegion, CodePays {

    /** The code alone: {@code 75056}, {@code 2A}, {@code 11}, {@code 99100}. */
    String value();

    /** The official name; the latest one for a code that is no longer in force. */
    String nom();
}
