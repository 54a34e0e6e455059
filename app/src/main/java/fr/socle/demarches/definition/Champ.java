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
 * @param obligation when an answer is demanded of a field that is not mandatory anyway; null: never
 */
public record Champ(
        ChampId id,
        String label,
        String help,
        boolean mandatory,
        ChampType type,
        @Nullable Condition condition,
        @Nullable Source source,
        @Nullable Condition obligation) {

    /** What asks nothing cannot be mandatory, whatever a form or a file says. */
    public Champ {
        mandatory = mandatory && type.asks();
    }

    /** A field that is mandatory or not, whatever else is answered. */
    public Champ(
            ChampId id,
            String label,
            String help,
            boolean mandatory,
            ChampType type,
            @Nullable Condition condition,
            @Nullable Source source) {
        this(id, label, help, mandatory, type, condition, source, null);
    }

    /** A field that is always shown and that the usager fills. */
    public static Champ of(ChampId id, String label, boolean mandatory, ChampType type) {
        return new Champ(id, label, "", mandatory, type, null, null);
    }

    public Champ withType(ChampType other) {
        return new Champ(id, label, help, mandatory, other, condition, source, obligation);
    }

    public Champ withCondition(@Nullable Condition other) {
        return new Champ(id, label, help, mandatory, type, other, source, obligation);
    }

    public Champ withSource(@Nullable Source other) {
        return new Champ(id, label, help, mandatory, type, condition, other, obligation);
    }

    public Champ withHelp(String other) {
        return new Champ(id, label, other, mandatory, type, condition, source, obligation);
    }

    public Champ withLabel(String other) {
        return new Champ(id, other, help, mandatory, type, condition, source, obligation);
    }

    public Champ withMandatory(boolean other) {
        return new Champ(id, label, help, other, type, condition, source, obligation);
    }

    public Champ withObligation(@Nullable Condition other) {
        return new Champ(id, label, help, mandatory, type, condition, source, other);
    }
}
