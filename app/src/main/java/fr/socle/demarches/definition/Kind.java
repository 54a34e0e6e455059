package fr.socle.demarches.definition;

import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import java.util.List;

/**
 * All that is known of one type of field; {@link Kinds} lists them. A new type is a record of
 * settings, its kind, and the messages {@code demarches.type.<code>} (with {@code .what}) and
 * {@code demarches.saisie.missing.<code>}.
 */
public interface Kind<T extends ChampType> {

    /** The word that rows, exports and messages keep. */
    String code();

    /** As a builder starts with it. */
    T usual();

    /** What a builder may set, in the order of the page. */
    default List<Setting> settings() {
        return List.of();
    }

    /** Says the settings of a type. */
    default void tell(T type, Settings settings) {}

    /** The same type with these settings. */
    default T with(T present, Settings settings) {
        return present;
    }

    /** What is wrong with its settings together. */
    default void check(T type, Faults faults) {}

    /** Reads what was typed, which is not blank. */
    Parsed<? extends Valeur> read(T type, Typed typed);

    /** How conditions compare its answers. */
    default Comparison comparison(T type) {
        return Comparison.NONE;
    }

    /** Whether a field of this type may be filled from elsewhere before anybody types. */
    default boolean takesSource() {
        return false;
    }

    /** The part of the field to which an error leads; empty for the field itself. */
    default String part(Refusal refusal) {
        return "";
    }
}
