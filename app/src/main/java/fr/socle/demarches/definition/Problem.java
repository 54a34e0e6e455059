package fr.socle.demarches.definition;

import fr.socle.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a definition.
 *
 * @param champ the field; null: the form as a whole
 * @param part what of the field: {@code label}, {@code options}, {@code condition}…
 * @param blocking whether it forbids publication; else it is a warning
 */
public record Problem(@Nullable ChampId champ, String part, boolean blocking, Refusal refusal) {

    static Problem blocking(Champ champ, String part, String key, Object... arguments) {
        return new Problem(champ.id(), part, true, Refusal.of(key, arguments));
    }

    static Problem warning(Champ champ, String part, String key, Object... arguments) {
        return new Problem(champ.id(), part, false, Refusal.of(key, arguments));
    }
}
