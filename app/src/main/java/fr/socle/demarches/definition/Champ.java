package fr.socle.demarches.definition;

import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param label what is asked, as the usager reads it
 * @param help a sentence below it, empty for none
 * @param mandatory whether a dossier without an answer is refused at deposit; false for what asks
 *     nothing
 * @param condition when it is shown; null: always. On a title it governs the whole part below
 * @param source where its answer comes from before anybody types; null: from the usager
 */
public record Champ(
        ChampId id,
        String label,
        String help,
        boolean mandatory,
        ChampType type,
        @Nullable Condition condition,
        @Nullable Source source) {

    /** What asks nothing cannot be mandatory, whatever a form or a file says. */
    public Champ {
        mandatory = mandatory && type.asks();
    }

    /** A field that is always shown and that the usager fills. */
    public static Champ of(ChampId id, String label, boolean mandatory, ChampType type) {
        return new Champ(id, label, "", mandatory, type, null, null);
    }

    public Champ withType(ChampType other) {
        return new Champ(id, label, help, mandatory, other, condition, source);
    }

    public Champ withCondition(@Nullable Condition other) {
        return new Champ(id, label, help, mandatory, type, other, source);
    }

    public Champ withSource(@Nullable Source other) {
        return new Champ(id, label, help, mandatory, type, condition, other);
    }

    public Champ withHelp(String other) {
        return new Champ(id, label, other, mandatory, type, condition, source);
    }
}
