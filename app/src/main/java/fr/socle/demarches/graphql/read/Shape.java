package fr.socle.demarches.graphql.read;

import org.jspecify.annotations.Nullable;

/** An object whose type of the contract, and so its fields, depend on the data. */
public interface Shape {

    /** The name of its type in the contract. */
    String type();

    /** Null also for a field that is absent. */
    @Nullable Object field(String name);
}
