package fr.socle.demarches.definition;

import tools.jackson.databind.json.JsonMapper;

/** Conditions that stand alone, as rows keep them. */
public final class Conditions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Conditions() {}

    public static String write(Condition condition) {
        return ConditionJson.write(condition).toString();
    }

    /** Reads what {@link #write} wrote. */
    public static Condition read(String json) {
        return ConditionJson.read(JSON.readTree(json), 0);
    }
}
