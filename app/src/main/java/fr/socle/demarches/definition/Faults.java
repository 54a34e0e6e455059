package fr.socle.demarches.definition;

import fr.socle.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the settings of one field. */
public final class Faults {

    private final Champ champ;
    private final boolean inBlock;
    private final List<Problem> problems = new ArrayList<>();

    Faults(Champ champ, boolean inBlock) {
        this.champ = champ;
        this.inBlock = inBlock;
    }

    /** Whether the field stands in a repetition. */
    boolean inBlock() {
        return inBlock;
    }

    void between(String part, long value, long min, long max) {
        refuse(value < min || value > max, part, "between", min, max);
    }

    /**
     * @param key of the message {@code demarches.check.<key>}
     */
    void refuse(boolean wrong, String part, String key, Object... arguments) {
        if (wrong) {
            problems.add(Problem.blocking(champ, part, "demarches.check." + key, arguments));
        }
    }

    void warn(boolean wrong, String part, String key, Object... arguments) {
        if (wrong) {
            problems.add(Problem.warning(champ, part, "demarches.check." + key, arguments));
        }
    }

    void refuse(String part, Refusal why) {
        problems.add(new Problem(champ.id(), part, true, why));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
