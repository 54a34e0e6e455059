package fr.socle.demarches.builder;

import fr.socle.demarches.definition.ChampId;

/** One difference between two revisions, as the person who publishes reads it. */
public sealed interface RevisionChange {

    ChampId champ();

    /** How the field is called now, or was called. */
    String label();

    record Added(ChampId champ, String label) implements RevisionChange {}

    record Removed(ChampId champ, String label) implements RevisionChange {}

    /**
     * @param from its rank among its neighbours, from 1
     */
    record Moved(ChampId champ, String label, int from, int to) implements RevisionChange {}

    /**
     * @param attribute label, help, mandatory, type, settings, {@code option.added}, {@code
     *     option.removed}, {@code option.renamed}, condition, obligation or source
     * @param from as a line of text; empty where a text would say too much
     */
    record Updated(ChampId champ, String label, String attribute, String from, String to)
            implements RevisionChange {}
}
